"""The finder: every kind of mention with its contract, and the false friends that are not dates.

A case has a text with each core in ⟦ ⟧ and, if the extent is tested, ⟪ ⟫ around it. After a bar it
has one mention per semicolon: calendar, kind, native value, and other properties.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import hijridate
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shamsi
from shamsi.calendar import lunar
from shamsi.lang.language import LANGUAGES, load
from shamsi.lang.lexicon import lexicon
from shamsi.text.check import check_each
from shamsi.text.explain import explained
from shamsi.text.find import find_each
from shamsi.text.resolve.reading import readings_of

REFERENCE = dt.date(2025, 12, 15)  # Monday, 24 Azar 1404

# ruff: noqa: E501
PERSIAN = """
در سال ⟦۱۳۸۲⟧ بم لرزید. | persian year 1382
در سال ⟦1360⟧ قم را ترک کرد. | persian year 1360
کتاب (قم ⟦1380⟧) را خواند. | persian year 1380
در ⟦بهار ۲۰۱۱⟧ باغ گل داد. | gregorian season 2011-S1
در ⟪نیمه ⟦شهریور ۱۳۹۰⟧⟫ باران آمد. | persian month 1390-06 modifier=mid
در ⟦نیمه دوم مهر ۱۴۰۳⟧ هوا خنک شد. | persian half 1403-07-16/1403-07-30
در ⟦دهه اول آبان ۱۴۰۳⟧ جشن بود. | persian range 1403-08-01/1403-08-10
باغبان ⟦۲۶ مهرماه⟧ آمد. | persian day XXXX-07-26
قهرمان المپیک ⟦۹۲⟧ به شهر آمد. | gregorian year 1992
او ⟦مهر ۱۲, ۱۴۰۲⟧ نامه‌ای نوشت. | persian day 1402-07-12
نامه را ⟦۳ آذر ۱۴۰۱⟧ فرستاد. | persian day 1401-09-03
نامه را ⟦3 آذر 1401⟧ فرستاد. | persian day 1401-09-03
نامه را ⟦٣ آذر ١٤٠١⟧ فرستاد. | persian day 1401-09-03
قايق در ⟦۸ ارديبهشت ۱۳۸۸⟧ غرق شد. | persian day 1388-02-08
باغبان ⟦۲۱تیر۱۴۰۲⟧ گل کاشت. | persian day 1402-04-21
در ⟦۹ شهریور، ۱۳۹۷⟧ هوا ابری بود. | persian day 1397-06-09
پل را ⟪روز سه‌شنبه ⟦۴ آذر ۱۳۹۹⟧⟫ گشودند. | persian day 1399-09-04 weekday=2
پل را ⟪روز سهشنبه ⟦۴ آذر ۱۳۹۹⟧⟫ گشودند. | persian day 1399-09-04 weekday=2
⟪سه شنبه، ⟦۴ آذر ۱۳۹۹⟧⟫ باران بارید. | persian day 1399-09-04 weekday=2
⟪آدینه ⟦۷ آذر ۱۳۹۹⟧⟫ برف بارید. | persian day 1399-09-07 weekday=5
⟪۵شنبه ⟦۶ آذر ۱۳۹۹⟧⟫ تعطیل بود. | persian day 1399-09-06 weekday=4
نوه‌اش ⟦۱۲ بهمن ماه ۱۳۶۴⟧ زاده شد. | persian day 1364-11-12
نوه‌اش ⟦۱۲ بهمن‌ماه سال ۱۳۶۴⟧ زاده شد. | persian day 1364-11-12
نوه‌اش ⟦۱۲ بهمنماه ۱۳۶۴⟧ زاده شد. | persian day 1364-11-12
باغ را ⟦۵ مهر ۱۳۱۰ هجری شمسی⟧ خریدند. | persian day 1310-07-05
باغ را ⟦۵ مهر ۱۳۱۰ ه‍.ش⟧ خریدند. | persian day 1310-07-05
باغ را ⟦۵ مهر ۱۳۱۰ ه.ش⟧. خریدند. | persian day 1310-07-05
باغ را ⟦۵ مهر ۱۳۱۰ خورشیدی⟧ خریدند. | persian day 1310-07-05
سقف را ⟦۱۱ بهمن ۹۷⟧ پوشاندند. | persian day 1397-11-11 assumed=century
سقف را ⟦۱۱ بهمن سال ۹۷⟧ پوشاندند. | persian day 1397-11-11 assumed=century
سقف را ⟦۱۱ بهمن ۰۳⟧ پوشاندند. | persian day 1403-11-11 assumed=century
سقف را ⟦۱۱ بهمن۸۵⟧ پوشاندند. | persian day 1385-11-11 assumed=century
مسابقه ⟦بیست و سوم مرداد ۱۳۸۱⟧ بود. | persian day 1381-05-23
مسابقه ⟦نوزدهم دی‌ماه سال ۱۳۸۱⟧ بود. | persian day 1381-10-19
مسابقه ⟦یکم خرداد ۱۳۸۱⟧ بود. | persian day 1381-03-01
مسابقه ⟦سی‌ام شهریور ۱۳۸۱⟧ بود. | persian day 1381-06-30
مسابقه ⟦سی و یکم تیر ۱۳۸۱⟧ بود. | persian day 1381-04-31
مسابقه ⟦پانزده آذر ۱۳۸۱⟧ بود. | persian day 1381-09-15
مسابقه ⟦۲۲ام آبان ۱۳۸۱⟧ بود. | persian day 1381-08-22
لایحه در ⟦هفتم آبان یکهزار و سیصد و نود و دو⟧ خوانده شد. | persian day 1392-08-07
لایحه در ⟦بیست و پنجم اسفند ماه هزار و سیصد و هشتاد و دو⟧ خوانده شد. | persian day 1382-12-25
لایحه در ⟦هشتم شهریور شصت⟧ خوانده شد. | persian day 1360-06-08 assumed=century
زمین لرزه ⟦۳۰ اسفند ۱۴۰۳⟧ رخ داد. | persian day 1403-12-30
تحویل: ⟦۱۴۰۲/۱۱/۰۴⟧ | persian day 1402-11-04
تحویل: ⟦۱۴۰۲-۱۱-۰۴⟧ | persian day 1402-11-04
تحویل: ⟦1402.11.4⟧ | persian day 1402-11-04
نامه مورخ ⟦23/12/1386⟧ رسید. | persian day 1386-12-23
نامه مورخ ⟦12.05.1394⟧ رسید. | persian day 1394-05-12
نامه مورخ⟦1395/9/17⟧ رسید. | persian day 1395-09-17
نامه مورخ ⟦۹۵/۰۹/۲۳⟧ رسید. | persian day 1395-09-23 assumed=calendar,century
نامه مورخ ⟦26/12/92⟧ رسید. | persian day 1392-12-26 assumed=calendar,century
پرونده در تاریخ ⟦2019-07-08⟧ بسته شد. | gregorian day 2019-07-08
کشتی ⟦۱۲ نوامبر ۲۰۱۸⟧ پهلو گرفت. | gregorian day 2018-11-12
کشتی ⟦هفتم ژوئیه ۱۹۹۹⟧ پهلو گرفت. | gregorian day 1999-07-07
کشتی ⟦۵ مه ۲۰۱۰⟧ پهلو گرفت. | gregorian day 2010-05-05
کشتی ⟦۲۳ می ۲۰۱۹⟧ پهلو گرفت. | gregorian day 2019-05-23
کشتی ⟦۱۴ ژوئن ۱۹۴۰ میلادی⟧ پهلو گرفت. | gregorian day 1940-06-14
کشتی ⟦۳ آگوست ۲۰۲۲⟧ پهلو گرفت. | gregorian day 2022-08-03
کشتی ⟦۱۶ اوت ۱۹۸۷⟧ پهلو گرفت. | gregorian day 1987-08-16
وقف‌نامه ⟦۴ ذی‌الحجه ۱۲۷۷ ه‍.ق⟧ است. | islamic day 1277-12-04
وقف‌نامه ⟦۲۵ جمادی‌الثانی ۱۲۹۰ قمری⟧ است. | islamic day 1290-06-25
وقف‌نامه ⟦دهم محرم ۱۱۲۰ هجری قمری⟧ است. | islamic day 1120-01-10
فرمان در ⟦۱۲ سنبله ۱۳۹۹⟧ صادر شد. | persian day 1399-06-12
فرمان در ⟦۵ عقرب/آبان ۱۳۹۷⟧ صادر شد. | persian day 1397-08-05
کارگاه در ⟦اسفند ۱۳۹۳⟧ باز شد. | persian month 1393-12
کارگاه در ⟦شهریورماه سال ۱۳۸۷⟧ باز شد. | persian month 1387-06
کارگاه از ⟦دی ۹۶⟧ باز است. | persian month 1396-10 assumed=century
کارگاه در ⟪ماه ⟦مهر ۱۴۰۰⟧⟫ باز شد. | persian month 1400-07
کارگاه در ⟦مهر سال ۱۴۰۰⟧ باز شد. | persian month 1400-07
کارگاه در ⟦ژوئیه ۲۰۱۶⟧ باز شد. | gregorian month 2016-07
کارگاه در ⟦ژانویهٔ ۲۰۱۶⟧ باز شد. | gregorian month 2016-01
کارگاه در ⟦رمضان ۱۳۴۱ قمری⟧ باز شد. | islamic month 1341-09
باران در ⟦اردیبهشت⟧ بیشتر است. | persian month XXXX-02
باران در ⟪ماه ⟦مهر⟧⟫ کمتر است. | persian month XXXX-07
باران در ⟦بهمن‌ماه⟧ کمتر است. | persian month XXXX-11
خانه را ⟪سال ⟦۱۳۸۳⟧⟫ ساختند. | persian year 1383
خانه را در سال ⟦۸۸⟧ ساختند. | persian year 1388 assumed=calendar,century
خانه را در سال ⟦۲۰۱۲⟧ ساختند. | gregorian year 2012
خانه را در سال ⟦۱۸۷۵ میلادی⟧ ساختند. | gregorian year 1875
خانه را در سال ⟦۱۳۱۵ هجری شمسی⟧ ساختند. | persian year 1315
خانه را در سال ⟦۷۲۱ هجری قمری⟧ ساختند. | islamic year 0721
خانه را در سال ⟦۲۵۳۶ شاهنشاهی⟧ ساختند. | persian year 1356
خانه را در سال ⟦هزار و سیصد و شصت و هشت⟧ ساختند. | persian year 1368
سکه‌های سال ⟦۱۹۴۸ خورشیدی⟧ کمیاب‌اند. | gregorian year 1948 assumed=calendar
این مرد (⟦۱۳۵۰⟧) نقاش بود. | persian year 1350
قهرمان المپیک ⟦۲۰۱۶⟧ آمد. | gregorian year 2016
قایق‌ها ⟦۲۶ شهریور⟧ رسیدند. | persian day XXXX-06-26
قایق‌ها ⟦نوزدهم آذر⟧ رسیدند. | persian day XXXX-09-19
قایق‌ها ⟦۳۰شهریور⟧ رسیدند. | persian day XXXX-06-30
قایق‌ها ⟦۱۰ ژوئیه⟧ رسیدند. | gregorian day XXXX-07-10
نذری را ⟦۱۵ شعبان⟧ می‌پزند. | islamic day XXXX-08-15
کارگاه از ⟦۶ تا ۹ آبان ۱۴۰۳⟧ باز است. | persian range 1403-08-06/1403-08-09 parts=1403-08-06,1403-08-09
کارگاه از ⟦۶ الی ۹ آبان ۱۴۰۳⟧ باز است. | persian range 1403-08-06/1403-08-09 parts=1403-08-06,1403-08-09
کارگاه ⟦۶–۹ آبان ۱۴۰۳⟧ باز است. | persian range 1403-08-06/1403-08-09 parts=1403-08-06,1403-08-09
روزهای ⟦۱۷ و ۱۸ دی ۱۴۰۲⟧ تعطیل شد. | persian range 1402-10-17/1402-10-18 parts=1402-10-17,1402-10-18
روزهای ⟦۵، ۶ و ۷ دی ۱۴۰۲⟧ تعطیل شد. | persian range 1402-10-05/1402-10-07 parts=1402-10-05,1402-10-06,1402-10-07
اردو ⟦۲۸ تیر تا ۴ مرداد ۱۴۰۱⟧ بود. | persian range 1401-04-28/1401-05-04 parts=1401-04-28,1401-05-04
اردو ⟦۲۵ اسفند تا ۱۵ فروردین ۱۴۰۴⟧ بود. | persian range 1403-12-25/1404-01-15 parts=1403-12-25,1404-01-15
اردو از ⟦۲۰ اسفند ۱۴۰۱ تا ۱۶ فروردین ۱۴۰۲⟧ بود. | persian range 1401-12-20/1402-01-16 parts=1401-12-20,1402-01-16
اردو ⟦۱۸ تا ۲۱ بهمن‌ماه⟧ بود. | persian range XXXX-11-18/XXXX-11-21 parts=XXXX-11-18,XXXX-11-21
فروش ⟦خرداد و تیر ۱۳۹۸⟧ خوب بود. | persian range 1398-03/1398-04 parts=1398-03,1398-04
فروش ماه‌های ⟦مهر، آبان و آذر ۱۳۹۸⟧ خوب بود. | persian range 1398-07/1398-09 parts=1398-07,1398-08,1398-09
بین سال‌های ⟦۱۳۷۱ تا ۱۳۷۵⟧ آنجا زیست. | persian range 1371/1375 parts=1371,1375
سال ⟦۱۳۴۷-۱۳۴۰ ش⟧ در تبریز بود. | persian range 1340/1347 parts=1347,1340
بازی‌های لیگ ⟪سال ⟦19-2018⟧⟫ دیدنی بود. | gregorian range 2018/2019 parts=2019,2018
سال تحصیلی ⟦۱۴۰۱–۱۴۰۲⟧ گذشت. | persian range 1401/1402 parts=1401,1402
سال زراعی ⟦۱۴۰۳-۰۴⟧ گذشت. | persian range 1403/1404 parts=1403,1404
آهنگ‌های ⟦دهه ۵۰⟧ شاد بود. | persian decade 135X
آهنگ‌های ⟦دههٔ شصت⟧ شاد بود. | persian decade 136X
آهنگ‌های ⟦دهه هفتاد شمسی⟧ شاد بود. | persian decade 137X
آهنگ‌های ⟦دهه ۱۹۷۰⟧ شاد بود. | gregorian decade 197X
آهنگ‌های ⟦دهه نود میلادی⟧ شاد بود. | gregorian decade 199X
⟪اواخر ⟦دهه ۵۰⟧⟫ را به یاد دارد. | persian decade 135X modifier=end
در ⟦تابستان ۱۴۰۲⟧ آب کم بود. | persian season 1402-S2
در ⟦پاییز ۹۳⟧ آب کم بود. | persian season 1393-S3
در ⟦زمستان سال ۱۳۵۷⟧ آب کم بود. | persian season 1357-S4
در ⟦سه ماهه نخست سال ۱۴۰۲⟧ سود کرد. | persian quarter 1402-Q1
در ⟦سه‌ماهه چهارم ۱۴۰۲⟧ سود کرد. | persian quarter 1402-Q4
در ⟦نیمه دوم ۱۳۹۹⟧ سود کرد. | persian half 1399-H2
در ⟦نیمه نخست سال ۱۳۹۹⟧ سود کرد. | persian half 1399-H1
در ⟦نیمه دوم مهر⟧ سود کرد. | persian half XXXX-07-16/XXXX-07-30
معماری ⟦قرن سیزدهم خورشیدی⟧ ساده بود. | persian century 1201/1300
معماری ⟦سده ۱۹ میلادی⟧ ساده بود. | gregorian century 1801/1900
⟪اوایل ⟦مرداد ۱۴۰۰⟧⟫ گران شد. | persian month 1400-05 modifier=start
⟪اواسط ⟦مرداد ۱۴۰۰⟧⟫ گران شد. | persian month 1400-05 modifier=mid
⟪اواخر سال ⟦۱۳۸۹⟧⟫ گران شد. | persian year 1389 modifier=end
⟪حدود ⟦۱۲۹۱ خورشیدی⟧⟫ ساخته شد. | persian year 1291 modifier=approx
راهپیمایی ⟦۲۲ بهمن⟧ آغاز شد. | persian event XXXX-11-22
پروژه ⟦۱۲ خرداد سال جاری⟧ تمام شد. | persian day XXXX-03-12
باغبان در ⟦آبان گذشته⟧ رفت. | persian month XXXX-08
شاه در سال ⟦۵۲۰ پیش از میلاد⟧ مرد. | gregorian year -0519
پیمان ⟦۲۴ آبان ۱۳۹۸⟧ (⟦۱۵ نوامبر ۲۰۱۹⟧) بسته شد. | persian day 1398-08-24 ; gregorian day 2019-11-15
نقاش در ⟦۱ فروردین ۱۳۲۰⟧ / ⟦۲۱ مارس ۱۹۴۱⟧ زاده شد. | persian day 1320-01-01 ; gregorian day 1941-03-21
در ۱۲:۳۰ روز ⟦۱۵ دی ۱۴۰۰⟧ رسید. | persian day 1400-10-15
ماه ⟦رمضان ۹۹⟧ خانه ماندیم. | islamic month 1441-09 assumed=century
"""

ARABIC = """
نشر المقال في ⟦21 اذار/ مارس/ 2023⟧ هناك. | gregorian day 2023-03-21
انتهى العمل في عام ،⟦2008⟧ بعد جهد. | gregorian year 2008
توفي في سنة ⟦ست وخمسين وستمائة⟧ في بغداد. | islamic year 0656
نشر البيان في ⟦2025-12-15⟧T10:00:00Z على الشبكة. | gregorian day 2025-12-15
وصلت السفينة في ⟦18 مرداد 1404⟧ صباحا. | persian day 1404-05-18
وصلت السفينة في ⟦١٨ مرداد ١٤٠٤⟧ صباحا. | persian day 1404-05-18
وصلت السفينة في ⟦3 آذر 1400 هـ.ش⟧ صباحا. | persian day 1400-09-03
وصلت السفينة في ⟦9 أرديبهشت عام 1330⟧ صباحا. | persian day 1330-02-09
وصلت السفينة في ⟦27 إسفند 1389⟧ صباحا. | persian day 1389-12-27
وصلت السفينة في ⟦6 شهرفار 1401⟧ صباحا. | persian day 1401-06-06
وصلت السفينة في ⟦12 فرفردن 1401⟧ صباحا. | persian day 1401-01-12
وصلت السفينة في ⟦18 مـــرداد 1404⟧ صباحا. | persian day 1404-05-18
وصلت السفينة في ⟦18 مُـرداد 1404⟧ صباحا. | persian day 1404-05-18
وصلت السفينة ⟪يوم الإثنين ⟦14 مهر 1399⟧⟫ صباحا. | persian day 1399-07-14 weekday=1
وصلت السفينة في ⟦الثامن عشر من مرداد 1404⟧ صباحا. | persian day 1404-05-18
وصلت السفينة في ⟦السادس عشر من شهر مهر سنة 1358⟧ صباحا. | persian day 1358-07-16
وصلت السفينة في ⟦أول فروردين 1395⟧ صباحا. | persian day 1395-01-01
وصلت السفينة في ⟦السابع من شهر آبان سنة 1351 شمسية هجرية⟧ صباحا. | persian day 1351-08-07
وصل الوفد في ⟦12 نوفمبر 2018⟧ مساء. | gregorian day 2018-11-12
وصل الوفد في ⟦8 حزيران 1994⟧ مساء. | gregorian day 1994-06-08
وصل الوفد في ⟦5 كانون الثاني 1931⟧ مساء. | gregorian day 1931-01-05
وصل الوفد في ⟦19 آب 2003⟧ مساء. | gregorian day 2003-08-19
وصل الوفد في ⟦22 جانفي 2015⟧ مساء. | gregorian day 2015-01-22
وصل الوفد يوم ⟦3أوت 2013⟧ مساء. | gregorian day 2013-08-03
وصل الوفد يوم ⟦16 فيفري1974⟧ مساء. | gregorian day 1974-02-16
وصل الوفد يوم ⟦30 جوان 2017⟧ مساء. | gregorian day 2017-06-30
وصل الوفد في ⟦فاتح ماي 2009⟧ مساء. | gregorian day 2009-05-01
وصل الوفد في ⟦17 غشت 2014⟧ مساء. | gregorian day 2014-08-17
وصل الوفد في ⟦26 دجنبر 2019⟧ مساء. | gregorian day 2019-12-26
وصل الوفد في ⟦11 أغشت 2019⟧ مساء. | gregorian day 2019-08-11
وصل الوفد في ⟦4 مايو/أيار 2016⟧ مساء. | gregorian day 2016-05-04
وصل الوفد في ⟦4 أكتوبر/ تشرين الأول 2016⟧ مساء. | gregorian day 2016-10-04
وصل الوفد في ⟦6 شباط (فبراير) 2016⟧ مساء. | gregorian day 2016-02-06
وصل الوفد ⟪يوم الخميس ⟦14 نوفمبر 2019⟧⟫ مساء. | gregorian day 2019-11-14 weekday=4
وصل الوفد ⟪الخميس ⟦۱۴ نوفمبر ۲۰۱۹⟧⟫ مساء. | gregorian day 2019-11-14 weekday=4
وصل الوفد في ⟦التاسع والعشرين من مارس 2012⟧ مساء. | gregorian day 2012-03-29
وصل الوفد في ⟦21 أغسطس 2024م⟧ مساء. | gregorian day 2024-08-21
وصل الوفد في ⟦21 أغسطس 2024 م⟧. ثم عاد. | gregorian day 2024-08-21
وصل الوفد في ⟦5 / حزيران / 1963 م⟧ مساء. | gregorian day 1963-06-05
نسخ المخطوط في ⟦14 جمادى الآخرة 1102 هـ⟧ بفاس. | islamic day 1102-06-14
نسخ المخطوط في ⟦17 ربيع الأول 1447هـ⟧ بفاس. | islamic day 1447-03-17
نسخ المخطوط في ⟦العاشر من محرم سنة 61 للهجرة⟧ بفاس. | islamic day 0061-01-10
نسخ المخطوط في ⟦6 ذي الحجة 1443⟧ بفاس. | islamic day 1443-12-06
نسخ المخطوط في ⟦رمضان 1102 هـ⟧ بفاس. | islamic month 1102-09
نسخ المخطوط في ⟦شوال 1408 هـ⟧ بفاس. | islamic month 1408-10
نسخ المخطوط سنة ⟦1410 هـ⟧ بفاس. | islamic year 1410
نسخ المخطوط في ⟦30 صفر 1446 هـ⟧ بفاس. | islamic day 1446-02-30
نسخ المخطوط في ⟦30 رجب 1342 هـ⟧ بفاس. | islamic day 1342-07-30
نسخ المخطوط في ⟦الثاني من شعبان سنة 1344هـ⟧ بفاس. | islamic day 1344-08-02
نسخ المخطوط في ⟦1 محرم 1501 هـ⟧ بفاس. | islamic day 1501-01-01
نشر المقال بتاريخ ⟦1402/06/15⟧ في الموقع. | persian day 1402-06-15
نشر المقال بتاريخ ⟦٢٣/٠٤/٢٠١٩⟧ في الموقع. | gregorian day 2019-04-23
نشر المقال بتاريخ ⟦23-04-2019⟧ في الموقع. | gregorian day 2019-04-23
نشر المقال بتاريخ ⟦2020-09-03⟧ في الموقع. | gregorian day 2020-09-03
ارتفع النهر في ⟦فروردين 1403⟧ كثيرا. | persian month 1403-01
ارتفع النهر في ⟪شهر ⟦تير عام 1402⟧⟫ كثيرا. | persian month 1402-04
ارتفع النهر في ⟦أذربيهشت 1398⟧ كثيرا. | persian month 1398-02
ارتفع النهر في ⟦جويلية 2021⟧ كثيرا. | gregorian month 2021-07
ارتفع النهر في ⟦ديسمبر (كانون الأول) 1931⟧ كثيرا. | gregorian month 1931-12
ارتفع النهر في ⟦أرديبهشت⟧ كثيرا. | persian month XXXX-02
ارتفع النهر في ⟦كانون الثاني⟧ كثيرا. | gregorian month XXXX-01
ارتفع النهر ⟪عام ⟦2011⟧⟫ كثيرا. | gregorian year 2011
ارتفع النهر منذ ⟦1987⟧ كثيرا. | gregorian year 1987
ارتفع النهر سنة ⟦1863 ميلادية⟧ كثيرا. | gregorian year 1863
ارتفع النهر سنة ⟦583 هـ⟧ كثيرا. | islamic year 0583
ارتفع النهر سنة ⟦702 للهجرة⟧ كثيرا. | islamic year 0702
ارتفع النهر عام ⟦1351 هجري شمسي⟧ كثيرا. | persian year 1351
ارتفع النهر سنة ⟦1344 شمسية⟧ كثيرا. | persian year 1344
ارتفع النهر سنة ⟦520 قبل الميلاد⟧ كثيرا. | gregorian year -0519
عاد الرجل في ⟦15 يوليو⟧ إلى بيته. | gregorian day XXXX-07-15
عاد الرجل في ⟦الثالث والعشرين من خرداد⟧ إلى بيته. | persian day XXXX-03-23
عاد الرجل في ⟦15 شعبان⟧ إلى بيته. | islamic day XXXX-08-15
عاد الرجل في ⟦14 سبتمبر الماضي⟧ إلى بيته. | gregorian day XXXX-09-14
يعود الرجل في ⟦مايو المقبل⟧ إلى بيته. | gregorian month XXXX-05
يستمر المعرض من ⟦6 إلى 9 آبان 1403⟧ هناك. | persian range 1403-08-06/1403-08-09 parts=1403-08-06,1403-08-09
يستمر المعرض بين ⟦28 شهريور و2 مهر 1401⟧ هناك. | persian range 1401-06-28/1401-07-02 parts=1401-06-28,1401-07-02
يستمر المعرض يومي ⟦7 و8 ديسمبر 2017⟧ هناك. | gregorian range 2017-12-07/2017-12-08 parts=2017-12-07,2017-12-08
يستمر المعرض أيام ⟦5 و6 و7 دي 1388⟧ هناك. | persian range 1388-10-05/1388-10-07 parts=1388-10-05,1388-10-06,1388-10-07
يستمر المعرض من ⟦11 حتى 13 نيسان 2022⟧ هناك. | gregorian range 2022-04-11/2022-04-13 parts=2022-04-11,2022-04-13
يستمر المعرض من ⟦28 مايو 2022 إلى 3 يونيو 2022⟧ هناك. | gregorian range 2022-05-28/2022-06-03 parts=2022-05-28,2022-06-03
يستمر المعرض من ⟦28 ديسمبر إلى 3 يناير 2022⟧ هناك. | gregorian range 2021-12-28/2022-01-03 parts=2021-12-28,2022-01-03
درس في فاس بين عامي ⟦1961 و1966⟧ ثم رحل. | gregorian range 1961/1966 parts=1961,1966
درس في فاس خلال الأعوام ⟦1380 - 1385 هـ.ش⟧ ثم رحل. | persian range 1380/1385 parts=1380,1385
انتشر الورق في ⟦الستينيات⟧ كثيرا. | gregorian decade 196X
انتشر الورق في ⟪أواخر ⟦السبعينات⟧⟫ كثيرا. | gregorian decade 197X modifier=end
انتشر الورق في ⟦عقد الخمسينات الهجري الشمسي⟧ كثيرا. | persian decade 135X
انتشر الورق في ⟦عقد 1930⟧ كثيرا. | gregorian decade 193X
انتشر الورق في ⟦خمسينيات القرن العشرين⟧ كثيرا. | gregorian decade 195X
انتشر الورق في ⟦صيف 2013⟧ كثيرا. | gregorian season 2013-S2
انتشر الورق في ⟦شتاء عام 1908⟧ كثيرا. | gregorian season 1908-S4
انتشر الورق في ⟦الربع الثاني من عام 2021⟧ كثيرا. | gregorian quarter 2021-Q2
انتشر الورق في ⟦النصف الأول من 2020⟧ كثيرا. | gregorian half 2020-H1
انتشر الورق في ⟦القرن التاسع عشر الميلادي⟧ كثيرا. | gregorian century 1801/1900
انتشر الورق في ⟦القرن الرابع عشر الهجري⟧ كثيرا. | islamic century 1301/1400
انتشر الورق ⟪أوائل ⟦مرداد 1400⟧⟫ كثيرا. | persian month 1400-05 modifier=start
انتشر الورق في ⟪منتصف عام ⟦1998⟧⟫ كثيرا. | gregorian year 1998 modifier=mid
انتشر الورق ⟪نحو عام ⟦1998⟧⟫ كثيرا. | gregorian year 1998 modifier=approx
انتشر الورق ⟪موفى سنة ⟦1998⟧⟫ كثيرا. | gregorian year 1998 modifier=end
شارك الآلاف في مسيرات ⟦22 بهمن⟧ أمس. | persian event XXXX-11-22
تذكر الناس هجمات ⟦11 سبتمبر⟧ طويلا. | gregorian event XXXX-09-11
وقع الطرفان في ⟦24 آبان 1398⟧ (⟦15 نوفمبر 2019⟧). | persian day 1398-08-24 ; gregorian day 2019-11-15
الأربعاء ⟦17 صفر 1446 هـ⟧ الموافق ⟦21 أغسطس 2024م⟧. | islamic day 1446-02-17 ; gregorian day 2024-08-21
تزوج في ⟦يناير⟧ ثم سافر في ⟦أبريل من نفس العام⟧. | gregorian month XXXX-01 ; gregorian month XXXX-04
"""

WITH_REFERENCE = """
در ⟦۲۶ شهریور⟧ باران بارید. | persian day 1404-06-26 assumed=year
در ⟦۲۶ فروردین⟧ باران بارید. | persian day 1405-01-26 assumed=year
در ⟦۵ دی⟧ باران بارید. | persian day 1404-10-05 assumed=year
در ⟦۱۲ خرداد سال جاری⟧ باران بارید. | persian day 1404-03-12
در ⟦۱۲ خرداد سال گذشته⟧ باران بارید. | persian day 1403-03-12
در ⟦۱۲ خرداد امسال⟧ باران بارید. | persian day 1404-03-12
در ⟦آبان گذشته⟧ باران بارید. | persian month 1404-08
در ⟦فروردین آینده⟧ باران بارید. | persian month 1405-01
در ⟦خرداد پارسال⟧ باران بارید. | persian month 1403-03
وصل الوفد في ⟦15 يوليو⟧ مساء. | gregorian day 2025-07-15 assumed=year
يصل الوفد في ⟦15 فبراير⟧ مساء. | gregorian day 2026-02-15 assumed=year
يصل الوفد في ⟦مايو المقبل⟧ مساء. | gregorian month 2026-05
وصل الوفد في ⟦14 سبتمبر الماضي⟧ مساء. | gregorian day 2025-09-14
وصل الوفد في ⟦12 أبريل الجاري⟧ مساء. | gregorian day 2025-04-12
سقف را ⟦۱۱ بهمن ۰۸⟧ پوشاندند. | persian day 1408-11-11 assumed=century
سقف را ⟦۱۱ بهمن سال ۱۱⟧ پوشاندند. | persian day 1311-11-11 assumed=century
راهپیمایی ⟦۲۲ بهمن⟧ آغاز شد. | persian event XXXX-11-22
"""

RELATIVE = """
⟦امروز⟧ باران بارید و هوا سرد شد. | 2025-12-15
⟦دیروز⟧ باران بارید و هوا سرد شد. | 2025-12-14
⟦فردا⟧ به خانه می‌رویم که سرد است. | 2025-12-16
در ⟦سال گذشته⟧ باران بارید. | 2024-03-20/2025-03-20
⟦پارسال⟧ باران بارید و هوا سرد شد. | 2024-03-20/2025-03-20
در ⟦هفته آینده⟧ باران می‌بارد. | 2025-12-20/2025-12-26
در ⟦ماه گذشته⟧ باران بارید. | 2025-10-23/2025-11-21
وصل الوفد ⟦أمس⟧ إلى المدينة في القطار. | 2025-12-14
يصل الوفد ⟦غدا⟧ إلى المدينة في القطار. | 2025-12-16
زاد الإنتاج في ⟦العام الماضي⟧ كثيرا. | 2024-01-01/2024-12-31
زاد الإنتاج في ⟦الشهر الماضي⟧ كثيرا. | 2025-11-01/2025-11-30
وصل الوفد ⟦الخميس الماضي⟧ إلى المدينة. | 2025-12-11
يصل الوفد ⟦الخميس المقبل⟧ إلى المدينة. | 2025-12-18
"""

SILENT = """
در ۱۴۰۰ سال پیش از این دریا بود.
ماموران شلیک ۲ تیر هوایی را تأیید کردند.
بهمن و آذر خواهر و برادرند.
شعبان و رمضان به بازار رفتند.
در این شهر 1500 مدرسه هست و در 1200 روستا راه.
المبلغ 6ر2020 م د فقط.
ركض في سباق 1500 م وفاز به.
خبرگزاری مهر گزارش داد.
به گزارش مهر، باران بارید.
خبرنگار مهر در محل بود.
متقاضیان مسکن مهر آمدند.
درج مهر روی پاکت لازم است.
مهر و محبت مادر را دید.
مهریه او صد سکه بود.
شکارچی با تیر زد.
از میدان هفت تیر گذشتیم.
سی دی و دی وی دی را فروخت.
آزمایش دی ان ای انجام شد.
گروه بهمن خودرو ساخت.
سیگار بهمن گران شد.
کوهنوردان زیر بهمن ماندند.
آذربایجان سردسیر است.
مه غلیظ جاده را پوشاند.
شمار زائران به ۲۰ می‌رسد.
او می خواهد برود.
تیم ما ۴-صفر برد.
تیم ما چهار بر صفر برد.
میزان بارش ۲۰ میلی‌متر بود.
۲۰ عقرب را در جعبه دیدیم.
داروی سرطان ارزان شد.
برج میزان فرو ریخت.
اسد و ثور و حوت را در آسمان نشان داد.
رجب پدر دو دختر است.
ماده ۱۸ قانون شماره ۱۴۰۰/۱۲ را خواند.
بخشنامه شماره 45545/156742 رسید.
بند ۳/۱۰ را خواند.
بودجه ۴/۶۸ میلیارد تومان بود.
طول آن ۸/۲ متر است.
با تلفن 021-28111107 تماس بگیرید.
بهای آن 3900 تومان است.
کشاورزان ۱۴۰۴ تن سیب چیدند.
۱۴۰۲ نفر ثبت نام کردند.
جمعیت روستا ۱۳۵۰ نفر است.
نشانی ۱۰.۱۲.۱.۷ پاسخ نمی‌دهد.
نسخه ۲.۱۰.۱۴ منتشر شد.
ساعت ۱۰ صبح رسید.
ساعت ۲۰:۴۵ رسید.
دوشنبه بازار شلوغ است.
امام جمعه شهر سخن گفت.
دوشنبه به خانه رفتیم.
بهار آمد و زمستان رفت.
سکه بهار آزادی گران شد.
بهار عربی را بررسی کرد.
دهه فجر را جشن گرفتند.
خیابان ۱۷ شهریور بسته است.
پل ۱۷ شهریور بسته است.
بیمارستان ۵ آذر گرگان شلوغ است.
ورزشگاه پنجم مرداد شلوغ بود.
بنیاد ۱۵ خرداد کمک کرد.
توپ راهی اوت شد.
دوست جوان من ۲۰ جوان را آموزش داد.
قطار ۳۵۰ م جلوتر ایستاد.
قیمت آن 240 م.ت است.
سه سال پیش رفت.
۲۶ سال در آنجا زیست.
۱۴٪ بیشتر شد.
ماهی قرمز مرد.
أفادت وكالة مهر للأنباء بهطول المطر.
قالت وكالة أنباء مهر إن المطر هطل.
اتفقا على مهر قدره ألف دينار.
مارس الطبيب مهنته في القرية.
مارَس الطبيب مهنته في القرية.
الذين مارسوا الرياضة يعرفون ذلك.
وصل المبعوث دي ميستورا إلى القاهرة.
سجل دي ماريا هدفا في المباراة.
باع سي دي ودي في دي في السوق.
خسر الفريق 4-صفر في المباراة.
خسر الفريق بثلاثة أهداف مقابل صفر.
التقيت رجب وشعبان في السوق.
تحدث بشار الأسد عن الحوار.
يعالج المركز مرض السرطان.
هذا كلام جدي جدا.
ازدحم شارع 17 شهريور بالسيارات.
نقل الجرحى إلى مستشفى 15 خرداد.
يسكن في مدينة 6 أكتوبر.
انهار جسر 14 تموز مساء.
كتيبة 5 آذر في الطريق.
اشترى سيارة نيسان بيضاء.
هذا أب لثلاثة أطفال في البيت.
نصت المادة 18 من القانون رقم 1404/12 على ذلك.
شارك 1404 أشخاص في السباق.
دفع 2015 دولارا في السوق.
اتصل على هاتف 021-5544-1400.
قرأ سورة البقرة 2/185 في الصلاة.
الخادم 10.12.1.7 متوقف.
الربيع العربي حدث كبير.
جاء الربيع وذهب الشتاء.
بدأ الحفل الساعة 10 مساء.
بدأ الحفل في الساعة 23:30.
زاد الدخل بنسبة 14% كثيرا.
عمل هناك 33 عامًا من عمره.
الدورة السابعة عشرة للجنة.
يوم الخميس ذهبنا إلى السوق.
العقود الثلاثة الماضية كانت صعبة في البلد.
(مسألة 1255) في الفقه.
الطائرة ميراج 2000 قديمة.
معيار ISO 1/1000 قديم.
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().split("\n") if line]


Marked = tuple[str, list[tuple[int, int]], list[tuple[int, int] | None]]


def unmarked(text: str) -> Marked:
    """Return the text without brackets, its cores, and the extent of each if it is marked."""
    bare = re.sub("[⟦⟧⟪⟫]", "", text)

    def spans(opening: str, closing: str) -> list[tuple[int, int]]:
        at = [m.start() for m in re.finditer("[⟦⟧⟪⟫]", text)]
        place = {p: p - k for k, p in enumerate(at)}
        pairs = re.finditer(f"{opening}[^{closing}]*{closing}", text)
        return [(place[m.start()], place[m.end() - 1]) for m in pairs]

    cores, extents = spans("⟦", "⟧"), spans("⟪", "⟫")
    return bare, cores, [next((e for e in extents if e[0] <= s and t <= e[1]), None) for s, t in cores]


def persian(year: int, month: int, day: int) -> dt.date:
    return shamsi.Date(year, month, day).gregorian


def first_day(calendar: str, year: int, month: int = 1, day: int = 1) -> dt.date:
    if calendar == "persian":
        return persian(year, month, day)
    if calendar == "gregorian":
        return dt.date(year, month, day)
    if calendar == "umm al-qura" and 1343 <= year <= 1500:
        return hijridate.Hijri(year, month, 1).to_gregorian() + dt.timedelta(days=day - 1)
    return dt.date.fromordinal(dt.date(1970, 1, 1).toordinal() + lunar.days(year, month, day))


def day_before_month(calendar: str, year: int, month: int) -> dt.date:
    """Return the last day of the month before. Month 13 is the first of the next year."""
    return first_day(calendar, year + (month > 12), month - 12 * (month > 12)) - dt.timedelta(days=1)


def interval_of(calendar: str, native: str) -> tuple[dt.date, dt.date] | None:
    """Compute the Gregorian interval of a native value by separate arithmetic."""
    if "/" in native:
        ends = [interval_of(calendar, end) for end in native.split("/")]
        first, last = ends
        return (first[0], last[1]) if first and last else None
    if native.startswith(("X", "-")):
        return None
    if native.endswith("X"):
        return first_day(calendar, int(native[:3] + "0")), day_before_month(calendar, int(native[:3] + "9"), 13)
    year, *rest = native.split("-")
    span = {"S": 3, "Q": 3, "H": 6}.get(rest[0][0]) if rest else None
    if span:
        if rest[0][0] == "S" and calendar != "persian":
            return None
        n = int(rest[0][1])
        return first_day(calendar, int(year), span * (n - 1) + 1), day_before_month(calendar, int(year), span * n + 1)
    if len(rest) == 2:
        day = first_day(calendar, int(year), int(rest[0]), int(rest[1]))
        return day, day
    if rest:
        return first_day(calendar, int(year), int(rest[0])), day_before_month(calendar, int(year), int(rest[0]) + 1)
    return first_day(calendar, int(year)), day_before_month(calendar, int(year), 13)


def said(mention: shamsi.Mention, spec: str) -> str:
    """Write a mention like a case, with only the properties that the case has."""
    words = [mention.calendar, mention.kind, str(mention.native)]
    for item in spec.split()[3:]:
        name = item.partition("=")[0]
        value = getattr(mention, name)
        if name == "parts":
            value = ",".join(part.native or "" for part in value)
        elif name == "assumed":
            value = ",".join(value)
        words.append(f"{name}={value}")
    return " ".join(words)


def compare(case: str, reference: dt.date | None) -> None:
    marked, _, specs = case.partition(" | ")
    text, cores, extents = unmarked(marked)
    found = shamsi.find(text, reference=reference)
    wanted = specs.split(" ; ")
    assert [m.text for m in found] == [text[a:b] for a, b in cores]
    assert [said(m, spec) for m, spec in zip(found, wanted, strict=True)] == wanted
    assert [(m.start, m.end) for m in found] == cores
    for mention, extent, spec in zip(found, extents, wanted, strict=True):
        assert extent is None or mention.extent == extent, text[slice(*mention.extent)]
        calendar, _, native, *_ = spec.split()
        if calendar == "islamic" and mention.lang == "ar":
            calendar = "umm al-qura"
        assert (mention.earliest, mention.latest) == (interval_of(calendar, native) or (None, None))
        if "modifier=" not in spec:
            assert mention.modifier is None
        if "weekday=" not in spec:
            assert len(found) > 1 or mention.weekday is None
        if "parts=" not in spec:
            assert mention.parts == ()
        sound(mention, text)


def sound(mention: shamsi.Mention, text: str) -> None:
    """Check what is true of every mention in any text."""
    assert text[mention.start : mention.end] == mention.text
    assert 0 <= mention.extent[0] <= mention.start < mention.end <= mention.extent[1] <= len(text)
    assert mention.calendar in ("persian", "gregorian", "islamic")
    assert (mention.earliest is None) == (mention.latest is None)
    assert mention.earliest is None or mention.latest is None or mention.earliest <= mention.latest
    assert 0 <= mention.confidence <= 1
    assert mention.rule
    assert mention.modifier in (None, "start", "mid", "end", "approx", "before", "after")
    assert mention.weekday in (None, 1, 2, 3, 4, 5, 6, 7)
    assert set(mention.assumed) <= {"century", "calendar", "year", "era", "week"}
    assert (mention.native is None) == (mention.kind == "relative")
    assert mention.problem is None or mention.earliest is None
    for part in mention.parts:
        assert mention.start <= part.start < part.end <= mention.end
        assert not part.parts
        sound(part, text)
    assert len(mention.parts) != 1


@pytest.mark.parametrize("case", rows(PERSIAN))
def test_persian(case: str) -> None:
    compare(case, None)


@pytest.mark.parametrize("case", rows(ARABIC))
def test_arabic(case: str) -> None:
    compare(case, None)


@pytest.mark.parametrize("case", rows(WITH_REFERENCE))
def test_with_a_reference(case: str) -> None:
    compare(case, REFERENCE)


@pytest.mark.parametrize("case", rows(RELATIVE))
def test_relative_words(case: str) -> None:
    marked, _, interval = case.partition(" | ")
    text, cores, _ = unmarked(marked)
    first, _, last = interval.partition("/")
    (mention,) = shamsi.find(text, reference=REFERENCE)
    assert (mention.start, mention.end) == cores[0]
    assert (mention.kind, mention.native) == ("relative", None)
    assert f"{mention.earliest}" == first
    assert f"{mention.latest}" == (last or first)
    assert shamsi.find(text) == []
    (undated,) = shamsi.find(text, relative=True)
    assert (undated.kind, undated.earliest, undated.latest) == ("relative", None, None)


@pytest.mark.parametrize("text", rows(SILENT))
def test_false_friends_stay_silent(text: str) -> None:
    assert shamsi.find(text) == []


FORMS = sorted({form for code in LANGUAGES for form in load(code).lexemes})
PIECES = st.one_of(
    st.sampled_from(FORMS),
    st.sampled_from(lexicon().forms("MONTH")),
    st.sampled_from(
        lexicon().forms(
            "weekday era era_mark season modifier year_word day_word date_word decade_word"
            " decade century quarter half deictic relative range and same of"
        )
    ),
    st.integers(0, 99).map(str),
    st.integers(600, 2600).map(str),
    st.sampled_from("18 05 1404 ۱۴۰۴ ٢٠٢٥ ۳۱ 30 1 1404/5/18 18-05-1404 2025-08-18 ۹۵/۰۹/۲۳ 1399–1400 19-2018".split()),
    st.sampled_from([*" /-–—.:،,؛()[]«»|=\"'\n\t", "ـ", "\u200c", "\u200d", "\u200f", "\u064e", "\u00a0", "٪", "٫"]),
)
DATELIKE = st.lists(st.tuples(PIECES, st.sampled_from([" ", "", " ", "\u200c"])), max_size=24).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)
ANY_TEXT = st.one_of(st.text(), DATELIKE)
REFERENCES = st.one_of(st.none(), st.dates(dt.date(800, 1, 1), dt.date(9000, 1, 1)))


def heads_and_parts(mentions: list[shamsi.Mention]) -> Iterator[shamsi.Mention]:
    for mention in mentions:
        yield mention
        yield from mention.parts


@settings(max_examples=400)
@given(ANY_TEXT, REFERENCES, st.booleans())
def test_any_text_gives_sound_mentions(text: str, reference: dt.date | None, relative: bool) -> None:
    found = shamsi.find(text, reference=reference, relative=relative)
    for mention in found:
        sound(mention, text)
    for before, after in pairwise(found):
        assert before.end <= after.start


@settings(max_examples=200)
@given(ANY_TEXT, REFERENCES)
def test_any_text_can_be_paired_and_checked(text: str, reference: dt.date | None) -> None:
    found = shamsi.find(text, reference=reference)
    spans = {(m.start, m.end) for m in found}
    for pair in shamsi.pairs(text, reference=reference):
        assert {(pair.left.start, pair.left.end), (pair.right.start, pair.right.end)} <= spans
        assert pair.left.calendar != pair.right.calendar
        assert pair.verdict in ("agree", "overlap", "near", "mismatch", "incomparable")
        assert (pair.diagnosis is not None) == (pair.verdict == "mismatch")
    for finding in shamsi.check(text, reference=reference):
        assert finding.code in ("pair-mismatch", "weekday-conflict", "impossible-date", "reversed-range")
        assert 0 <= finding.start < finding.end <= len(text)
        assert all(0 <= s.start < s.end <= len(text) for s in finding.suggestions)


@settings(max_examples=200)
@given(DATELIKE)
def test_solar_hijri_days_are_those_of_date(text: str) -> None:
    for mention in heads_and_parts(shamsi.find(text)):
        full = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", mention.native or "")
        if mention.calendar != "persian" or not full:
            continue
        fields = [int(group) for group in full.groups()]
        if mention.problem:
            with pytest.raises(shamsi.DateError):
                shamsi.Date(*fields)
        elif mention.earliest:
            assert mention.earliest == mention.latest == shamsi.Date(*fields).gregorian


@given(DATELIKE)
def test_each_language_alone_reads_any_text(text: str) -> None:
    for code in LANGUAGES:
        for mention in shamsi.find(text, languages=[code]):
            sound(mention, text)


@given(DATELIKE)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert shamsi.find(text) == shamsi.find(text)


def test_min_confidence_leaves_out_what_is_less_sure() -> None:
    text = "۱۸ مرداد ۱۴۰۴، و در سال ۸۸ نیز."
    day, year = shamsi.find(text)
    assert day.confidence > year.confidence
    assert shamsi.find(text, min_confidence=day.confidence) == [day]
    assert shamsi.find(text, min_confidence=1.0) == []


def test_a_year_without_an_era_in_arabic_is_not_sure() -> None:
    for text in ("توفي سنة 702 في فاس", "ولد عام 1402 في المدينة"):
        (mention,) = shamsi.find(text)
        assert mention.confidence <= 0.6
        assert "calendar" in mention.assumed


def test_zero_width_and_bidi_marks_keep_their_offsets() -> None:
    text = "\ufeff\u200fفي \u202b18 مُـرداد\u202c 1404\u200f."
    (mention,) = shamsi.find(text)
    assert mention.text == text[mention.start : mention.end] == "18 مُـرداد\u202c 1404"
    assert mention.native == "1404-05-18"


def test_presentation_forms_keep_their_offsets() -> None:
    text = "در ۱۸ ﻣﺮﺩﺍﺩ ۱۴۰۴ آمد"
    (mention,) = shamsi.find(text)
    assert (mention.text, mention.native) == ("۱۸ ﻣﺮﺩﺍﺩ ۱۴۰۴", "1404-05-18")


def test_an_impossible_day_has_a_problem_and_no_interval() -> None:
    for text in ("۳۱ مهر ۱۴۰۴", "۳۰ اسفند ۱۴۰۴", "30 فبراير 2024", "29 فبراير 2023", "۳۱ مهر"):
        (mention,) = shamsi.find(text)
        assert mention.problem is not None
        assert "does not exist" in mention.problem
        assert (mention.earliest, mention.latest) == (None, None)


def test_two_digit_years_do_not_ask_the_clock() -> None:
    years = [shamsi.find(f"سال {y:02}")[0].native for y in range(32, 100)]
    assert years == [str(1300 + y) for y in range(32, 100)]
    assert shamsi.find("سال ۰۵")[0].native == "1405"
    assert shamsi.find("سال ۰۶")[0].native == "1306"
    assert shamsi.find("سال ۰۹", reference=REFERENCE)[0].native == "1409"


def test_the_weekday_decides_a_year_that_the_text_leaves_out() -> None:
    (plain,) = shamsi.find("در ۱۰ خرداد باران بارید", reference=REFERENCE)
    assert (plain.native, plain.weekday, plain.assumed) == ("1405-03-10", None, ("year",))
    name = load("fa").tables.weekdays[shamsi.Date(1404, 3, 10).weekday - 1][0]
    (mention,) = shamsi.find(f"{name} ۱۰ خرداد باران می‌بارد", reference=REFERENCE)
    assert mention.native == "1404-03-10"


@pytest.mark.parametrize(
    ("keywords", "error"),
    [
        ({"languages": "fa"}, "must be a sequence of codes"),
        (
            {"languages": ["xx"]},
            "unknown language 'xx'; choose from fa, ar, prs, ps, ckb, en or the path of a .toml file",
        ),
        (
            {"languages": []},
            "languages must not be empty; choose from fa, ar, prs, ps, ckb, en or the path of a .toml file",
        ),
        ({"reference": "2025-12-15"}, "or None, got '2025-12-15'"),
        ({"reference": dt.datetime(2025, 12, 15)}, "or None, got datetime"),
    ],
)
def test_wrong_keywords_are_answered(keywords: dict[str, Any], error: str) -> None:
    verbs: list[Callable[..., object]] = [shamsi.find, shamsi.pairs, shamsi.check]
    for verb in verbs:
        with pytest.raises((TypeError, ValueError), match=error):
            verb("", **keywords)


def test_text_must_be_text() -> None:
    with pytest.raises(TypeError, match="text must be a str, got bytes"):
        shamsi.find(b"1404")  # type: ignore[arg-type]


SEED = """
⟦2025-12-15⟧ | gregorian day 2025-12-15 | 2025-12-15/2025-12-15
⟦18 إلى 20 أغسطس 2025⟧ | gregorian range 2025-08-18/2025-08-20 | 2025-08-18/2025-08-20
أوائل ⟦التسعينيات⟧ | gregorian decade 199X modifier=start | 1990-01-01/1999-12-31
⟦18 إلى 20 مرداد 1404⟧ | persian range 1404-05-18/1404-05-20 | 2025-08-09/2025-08-11
⟦18 إلى 20 أغسطس 2025⟧ | gregorian range 2025-08-18/2025-08-20 | 2025-08-18/2025-08-20
⟦12 ديسمبر/كانون الأول 2025⟧ | gregorian day 2025-12-12 | 2025-12-12/2025-12-12
⟦فروردين ١٤٠٤⟧ | persian month 1404-01 | 2025-03-21/2025-04-20
أوائل عام ⟦٢٠٢٥⟧ | gregorian year 2025 modifier=start | 2025-01-01/2025-12-31
"""
SEED_RELATIVE = {"العام الماضي": "2024-01-01/2024-12-31", "اليوم": "2025-12-15/2025-12-15"}


def read_seed(shared: Callable[[str], Path]) -> str:
    with shared("seed/mehr-2025-12-15.ar.txt").open(encoding="utf-8", newline="") as file:
        return file.read()


def as_rows(text: str, mentions: list[shamsi.Mention]) -> list[str]:
    return [
        f"{text[m.extent[0] : m.start]}⟦{m.text}⟧{text[m.end : m.extent[1]]} | {m.calendar} {m.kind} {m.native}"
        f"{f' modifier={m.modifier}' if m.modifier else ''} | {m.earliest}/{m.latest}"
        for m in mentions
    ]


def test_the_seed_comes_out_as_designed(shared: Callable[[str], Path]) -> None:
    text = read_seed(shared)
    assert as_rows(text, shamsi.find(text)) == rows(SEED)


def test_the_seed_with_its_reference_has_two_relative_words_more(shared: Callable[[str], Path]) -> None:
    text = read_seed(shared)
    found = shamsi.find(text, reference=REFERENCE)
    plain = [m for m in found if m.kind != "relative"]
    assert as_rows(text, plain) == rows(SEED)
    assert {m.text: f"{m.earliest}/{m.latest}" for m in found if m.kind == "relative"} == SEED_RELATIVE
    assert len(found) == len(plain) + len(SEED_RELATIVE)


HEADED = "تاریخ انتشار: ۱۷ دی ۱۴۰۳ - ۲:۱۹\nدیروز و ۵ بهمن در تهران برف بارید."
BLOCK = [
    *[row.text for code in LANGUAGES for row in load(code).tables.example][::6],
    *("", "\n", "هوا خوب است", HEADED, "متن " * 200, f"{HEADED}\n" + "در ۱۸ مرداد ۱۴۰۴ بود\n" * 200),
]


@pytest.mark.parametrize("options", [{}, {"relative": True}, {"reference": REFERENCE}, {"reference": "auto"}])
@pytest.mark.parametrize("languages", [None, ["ar"]])
def test_a_block_is_read_as_its_texts_one_by_one(options: dict[str, Any], languages: list[str] | None) -> None:
    options = options | {"languages": languages}
    one_by_one = [shamsi.find(text, **options) for text in BLOCK]
    assert sum(map(bool, one_by_one)) > 20
    assert find_each(BLOCK, **options) == find_each(BLOCK[::-1], **options)[::-1] == one_by_one
    readings = readings_of(BLOCK, traces=True, **options)
    assert [explained(reading, languages) for reading in readings] == [shamsi.explain(t, **options) for t in BLOCK]
    assert [reading.dateline for reading in readings] == [
        shamsi.dateline(text, languages=languages) if options.get("reference") == "auto" else None for text in BLOCK
    ]
    options = options | {"min_confidence": 0.9}
    assert find_each(BLOCK, **options) == [shamsi.find(text, **options) for text in BLOCK]
    assert check_each(BLOCK, **options) == [shamsi.check(text, **options) for text in BLOCK]


def test_a_block_of_nothing_is_read_and_wrong_keywords_are_answered() -> None:
    for read in (find_each, check_each, readings_of):
        assert not read([])
    with pytest.raises(TypeError, match="text must be a str, got int"):
        find_each(["", 5])  # type: ignore[list-item]
    asked: list[dict[str, Any]] = [{"languages": ["xx"]}, {"min_confidence": 2.0}]
    for wrong in asked:
        with pytest.raises(ValueError, match=r"unknown language|from 0 to 1"):
            find_each([], **wrong)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("یکهزار و سیصد و نود و چهار خورشیدی", "1394"),
        ("کتاب در دو هزار و یازده میلادی چاپ شد", "2011"),
    ],
)
def test_a_year_in_words_needs_no_word_for_year_where_an_era_stands(text: str, found: str) -> None:
    assert [mention.native for mention in shamsi.find(text)] == [found]


@pytest.mark.parametrize("text", ["پیشینه هجری شمسی", "تقویم میلادی و هجری", "للميلاد والهجرة"])
def test_an_era_by_itself_is_no_date(text: str) -> None:
    assert shamsi.find(text) == []
