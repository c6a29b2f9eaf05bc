"""What Word 2016 and WPS lay on the clipboard, cut down to a few paragraphs each."""

# Where the lines of the markup end is part of it.
# ruff: noqa: E501

from __future__ import annotations

_WORD_HEAD = """Version:1.0
StartHTML:0000000193
EndHTML:0000004711
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:宋体; panose-1:2 1 6 0 3 1 1 1 1 1;}
p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; text-align:justify;}
@list l0:level1 {mso-level-text:"（%1）";} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格;}</style><![endif]-->
</head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
"""
_WORD_END = "<!--EndFragment--></body></html>"


def word(body: str) -> str:
    """The clip in which Word has `body`."""
    return f"{_WORD_HEAD}{body}{_WORD_END}"


WORD_PARAGRAPHS = word("""
<h2 style='text-indent:32.0pt'><span style='mso-fareast-font-family:楷体_GB2312'>（一）主动公开<span
lang=EN-US><o:p></o:p></span></span></h2>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span lang=EN-US
style='font-size:16.0pt'>&nbsp;&nbsp;</span><span style='font-size:16.0pt;font-family:仿宋_GB2312'>\u3000全年公开政府信息<span
lang=EN-US>1,234</span>条，同比增长<span lang=EN-US>5%</span>。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal>第一行，<br>
第二行。<span style='display:none;mso-hide:all'>这里是隐藏的文字。</span></p>
""")
WORD_PARAGRAPHS_SEEN = (
    "（一）主动公开",
    "全年公开政府信息1,234条，同比增长5%。",
    "第一行，",
    "第二行。",
)

WORD_LIST = word("""
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='mso-bidi-font-family:等线'><span style='mso-list:Ignore'>（一）<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>加强领导。<span
lang=EN-US><o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=EN-US>2024</span>年召开会议。</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span lang=EN-US
style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>规范流程。</p>
<ol style='margin-top:0cm' start=3 type=1>
 <li class=MsoNormal style='mso-list:l4 level1 lfo5'>公开目录；<span lang=EN-US><o:p></o:p></span></li>
 <li class=MsoNormal style='mso-list:l4 level1 lfo5'><p>公开指南。</p></li>
</ol>
<ul type=disc><li class=MsoNormal>其他。</li></ul>
""")
WORD_LIST_SEEN = (
    "（一）加强领导。",
    "1、2024年召开会议。",
    "规范流程。",
    "3.公开目录；",
    "4.公开指南。",
    "其他。",
)

WORD_NOTES = word("""
<p class=MsoNormal><a style='mso-comment-reference:王_1;mso-comment-date:20250110T0900'>答复期限</a><span
class=MsoCommentReference><span lang=EN-US style='font-size:10.5pt'><![if !supportAnnotations]><a
class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[王1]</a><![endif]><span
style='mso-special-character:comment'>&nbsp;</span></span></span>为<del cite="mailto:王">15</del><ins
cite="mailto:王">20</ins>个工作日<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span lang=EN-US><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></span></a>。</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>
<hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a>见条例。</p></div></div>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]>
<div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>请核对</p></div></div></div>
""")
WORD_NOTES_SEEN = ("答复期限为20个工作日。",)

WORD_TABLE = word("""
<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='mso-table-layout-alt:fixed'>
<tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=200 valign=top><p class=MsoNormal>指标<span
lang=EN-US><o:p></o:p></span></p></td><td width=90><p class=MsoNormal>数量</p><p class=MsoNormal>（条）</p></td></tr>
<tr><td width=200><p class=MsoNormal>规章</p></td><td><p class=MsoNormal align=right><span
lang=EN-US>12</span></p></td></tr>
<tr><td colspan=2><p class=MsoNormal>第一段说明。</p><p class=MsoNormal>第二段说明。</p></td></tr>
<tr><td></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
""")
WORD_TABLE_SEEN = ("指标 数量 （条）", "规章 12", "第一段说明。", "第二段说明。")

WORD_WORDS = word("<span style='font-family:仿宋_GB2312'>会议<span lang=EN-US>4</span>次</span>")

WPS = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=ProgId  content=Word.Document >
<meta name=Generator  content="Microsoft Word 14" ><title></title><!--[if gte mso 9]><xml><w:LatentStyles/></xml><![endif]-->
<style>
@font-face{font-family:"Times New Roman";}
@list l0:level1{mso-level-number-format:chinese-counting;mso-level-text:"%1、";}
p.MsoNormal{mso-style-name:正文;mso-style-parent:"";}</style></head>
<body style="tab-interval:21pt;text-justify-trim:punctuation;" ><!--StartFragment-->
<p class=MsoNormal  style="margin-left:0.0000pt;text-indent:0.0000pt;mso-list:l0 level1 lfo1;" >\
<![if !supportLists]><span style="font-family:黑体;mso-spacerun:'yes';font-size:16.0000pt;" >\
<span style='mso-list:Ignore;' >一、<span>&nbsp;</span></span></span><![endif]>\
<b><span style="mso-spacerun:'yes';font-family:黑体;" ><font face="黑体" >总体情况</font></span></b>\
<span style="mso-spacerun:'yes';" ><o:p></o:p></span></p>
<p class=MsoNormal  style="mso-char-indent-count:2.0000;text-indent:32.0000pt;" >\
<span style="mso-spacerun:'yes';font-family:仿宋;" >\u200b\u3000\u3000<font face="仿宋" >全年受理申请</font>56\
<font face="仿宋" >件，办结率</font>100%<font face="仿宋" >。</font></span>\
<span style="mso-spacerun:'yes';" ><br></span><span style="mso-spacerun:'yes';" >联系人：张&nbsp;&nbsp;三</span></p>
<p class=MsoNormal ><span style="mso-spacerun:'yes';" >&nbsp;</span></p><!--EndFragment--></body></html>"""
WPS_SEEN = ("一、总体情况", "全年受理申请56件，办结率100%。", "联系人：张 三")

SHEET = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style>td {mso-style-parent:style0;}</style></head><body><table><tr><td>12</td></tr></table></body></html>"""
