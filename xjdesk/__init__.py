"""xjdesk (西吉填报): write, check and print the yearly 政府信息公开工作年度报告."""

__version__ = "0.1.0"
