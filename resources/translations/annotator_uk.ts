<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en_US">
 <context>
  <name>AdjudicateScreen</name>
  <message>
   <source>All {n} are settled.</source>
   <translation>Узгоджено всі розбіжності: {n}.</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Розмітка</translation>
  </message>
  <message>
   <source>Looking for disagreements…</source>
   <translation>Пошук розбіжностей…</translation>
  </message>
  <message>
   <source>No disagreement is like this.</source>
   <translation>Таких розбіжностей немає.</translation>
  </message>
  <message>
   <source>Nobody disagrees in an entry that two have done.</source>
   <translation>У записах, які закінчили двоє, розбіжностей немає.</translation>
  </message>
  <message>
   <source>Nobody disagrees.</source>
   <translation>Розбіжностей немає.</translation>
  </message>
  <message>
   <source>Nothing is settled yet.</source>
   <translation>Ще нічого не узгоджено.</translation>
  </message>
  <message>
   <source>One layer only: adjudicating needs two.</source>
   <translation>Лише один шар: для узгодження потрібно два.</translation>
  </message>
  <message>
   <source>Select another span, then Enter for its label</source>
   <translation>Виділіть інший фрагмент, потім Enter — вибір мітки</translation>
  </message>
  <message>
   <source>Settled on ground that changed. Does it stay? {key} keeps it.</source>
   <translation>Узгоджено, але підстави змінилися. Лишити? {key} лишає.</translation>
  </message>
  <message>
   <source>Settled. Take another reading?</source>
   <translation>Узгоджено. Узяти інший варіант?</translation>
  </message>
  <message>
   <source>Which reading goes into the adjudicated layer?</source>
   <translation>Який варіант іде до узгодженого шару?</translation>
  </message>
  <message>
   <source>another span or label</source>
   <translation>інший фрагмент чи мітка</translation>
  </message>
  <message>
   <source>comment</source>
   <translation>коментар</translation>
  </message>
  <message>
   <source>every equal case</source>
   <translation>усі такі самі випадки</translation>
  </message>
  <message>
   <source>example</source>
   <translation>приклад</translation>
  </message>
  <message>
   <source>majority</source>
   <translation>більшість</translation>
  </message>
  <message>
   <source>names hidden</source>
   <translation>імена приховано</translation>
  </message>
  <message>
   <source>names shown</source>
   <translation>імена видно</translation>
  </message>
  <message>
   <source>next open</source>
   <translation>наступна відкрита</translation>
  </message>
  <message>
   <source>no entity</source>
   <translation>немає сутності</translation>
  </message>
  <message>
   <source>settle, next</source>
   <translation>узгодити, далі</translation>
  </message>
  <message>
   <source>somebody</source>
   <translation>хтось</translation>
  </message>
  <message>
   <source>take</source>
   <translation>узяти</translation>
  </message>
  <message>
   <source>undo</source>
   <translation>скасувати</translation>
  </message>
  <message>
   <source>with your comment</source>
   <translation>із вашим коментарем</translation>
  </message>
  <message>
   <source>working out the order… · {said}</source>
   <translation>визначається порядок… · {said}</translation>
  </message>
  <message>
   <source>{kind} · {n} of {all} in this entry</source>
   <translation>{kind} · {n} з {all} у цьому записі</translation>
  </message>
  <message>
   <source>{n} layers, {names}</source>
   <translation>{n} {n:шар|шари|шарів}, {names}</translation>
  </message>
 </context>
 <context>
  <name>AgreementScreen</name>
  <message>
   <source>1 disagreement</source>
   <translation>1 розбіжність</translation>
  </message>
  <message>
   <source>Computed from {n} decisions, up to date</source>
   <translation>Обчислено за {n} {n:рішенням|рішеннями|рішеннями}, дані свіжі</translation>
  </message>
  <message>
   <source>Computing…</source>
   <translation>Обчислення…</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Розмітка</translation>
  </message>
  <message>
   <source>No layer yet: agreement needs two.</source>
   <translation>Шарів ще немає: для узгодженості потрібно два.</translation>
  </message>
  <message>
   <source>Not up to date</source>
   <translation>Застаріло</translation>
  </message>
  <message>
   <source>One layer only: agreement needs two.</source>
   <translation>Лише один шар: для узгодженості потрібно два.</translation>
  </message>
  <message>
   <source>Save the agreement report</source>
   <translation>Зберегти звіт про узгодженість</translation>
  </message>
  <message>
   <source>Stopped: these figures are not up to date.</source>
   <translation>Зупинено: ці показники застаріли.</translation>
  </message>
  <message>
   <source>The report is written to {name}.</source>
   <translation>Звіт записано у {name}.</translation>
  </message>
  <message>
   <source>Web page (*.html);;JSON (*.json);;Table (*.csv)</source>
   <translation>Вебсторінка (*.html);;JSON (*.json);;Таблиця (*.csv)</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
  <message>
   <source>rows {a}, columns {b}, shade is the share of the row</source>
   <translation>рядки — {a}, стовпці — {b}, відтінок — частка рядка</translation>
  </message>
  <message>
   <source>{a} against {b}: which label met which</source>
   <translation>{a} і {b}: яка мітка з якою збіглася</translation>
  </message>
  <message>
   <source>{a} and {b}</source>
   <translation>{a} і {b}</translation>
  </message>
  <message>
   <source>{label}, all layers</source>
   <translation>{label}, усі шари</translation>
  </message>
  <message>
   <source>{n} disagreements</source>
   <translation>{n} {n:розбіжність|розбіжності|розбіжностей}</translation>
  </message>
  <message>
   <source>{words}, the first {n} are listed</source>
   <translation>{words}, показано {n:перший|перші|перші} {n}</translation>
  </message>
 </context>
 <context>
  <name>AnnotateScreen</name>
  <message>
   <source>Bring text in…</source>
   <translation>Додати тексти…</translation>
  </message>
  <message>
   <source>No text is in this project yet. Drop files here, or bring them in.</source>
   <translation>У цьому проєкті ще немає текстів. Перетягніть сюди файли або додайте їх.</translation>
  </message>
 </context>
 <context>
  <name>Backups</name>
  <message>
   <source>Another file…</source>
   <translation>Інший файл…</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Резервна копія</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Резервні копії</translation>
  </message>
  <message>
   <source>Choose a copy to go back to</source>
   <translation>Виберіть копію, до якої повернутися</translation>
  </message>
  <message>
   <source>Going back to a copy</source>
   <translation>Повернення до копії</translation>
  </message>
  <message>
   <source>Nothing was decided since</source>
   <translation>Відтоді рішень не було</translation>
  </message>
  <message>
   <source>One decision made since will be set aside</source>
   <translation>Одне пізніше рішення буде відкладено</translation>
  </message>
  <message>
   <source>Projects (*.annotator)</source>
   <translation>Проєкти (*.annotator)</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Відновити</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Відновлення з резервної копії</translation>
  </message>
  <message>
   <source>Restore {n} decisions</source>
   <translation>Відновити {n} {n:рішення|рішення|рішень}</translation>
  </message>
  <message>
   <source>Save a copy</source>
   <translation>Зберегти копію</translation>
  </message>
  <message>
   <source>The present file is kept beside it as “… set aside …”</source>
   <translation>Теперішній файл лишиться поруч як «… set aside …»</translation>
  </message>
  <message>
   <source>There is no automatic copy yet: one is made before every import and merge.</source>
   <translation>Автоматичних копій ще немає: копія створюється перед кожним імпортом і злиттям.</translation>
  </message>
  <message>
   <source>before {what}</source>
   <translation>перед: {what}</translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation>не вдається прочитати</translation>
  </message>
  <message>
   <source>reading…</source>
   <translation>читання…</translation>
  </message>
  <message>
   <source>{name} comes in its place; the present file is kept beside it.</source>
   <translation>{name} стане на його місце; теперішній файл лишиться поруч.</translation>
  </message>
  <message>
   <source>{n} decisions made since will be set aside</source>
   <translation>{n} {n:пізніше рішення|пізніші рішення|пізніших рішень} буде відкладено</translation>
  </message>
  <message>
   <source>{n} {n:decision|decisions}</source>
   <translation>{n} {n:рішення|рішення|рішень}</translation>
  </message>
 </context>
 <context>
  <name>Board</name>
  <message>
   <source>0.60 or less to 1.00</source>
   <translation>від 0,60 і менше до 1,00</translation>
  </message>
  <message>
   <source>Adjudicate these</source>
   <translation>Узгодити ці</translation>
  </message>
  <message>
   <source>By label, all pairs</source>
   <translation>За мітками, усі пари</translation>
  </message>
  <message>
   <source>F1, 95 % interval</source>
   <translation>F1, довірчий інтервал 95 %</translation>
  </message>
  <message>
   <source>F1, 95 % interval by bootstrap over entries</source>
   <translation>F1, інтервал 95 % (бутстреп за записами)</translation>
  </message>
  <message>
   <source>Pairs</source>
   <translation>Пари</translation>
  </message>
  <message>
   <source>Which label met which</source>
   <translation>Яка мітка з якою збіглася</translation>
  </message>
  <message>
   <source>“None”: spans that only one of the two marked. What neither marked cannot be counted, so spans have no Cohen’s κ.</source>
   <translation>«Немає»: фрагменти, які позначив лише один із двох. Того, чого не позначив жоден, полічити не можна, тому для фрагментів немає κ Коена.</translation>
  </message>
 </context>
 <context>
  <name>BringTogether</name>
  <message>
   <source>A backup is made first; it brings the file back</source>
   <translation>Спершу робиться резервна копія; вона поверне файл</translation>
  </message>
  <message>
   <source>Bring in {n} {n:decision|decisions}</source>
   <translation>Узяти {n} {n:рішення|рішення|рішень}</translation>
  </message>
  <message>
   <source>Bring together</source>
   <translation>Зведення</translation>
  </message>
  <message>
   <source>Everything in these files is here already</source>
   <translation>Усе з цих файлів тут уже є</translation>
  </message>
  <message>
   <source>Label {label}</source>
   <translation>Мітка {label}</translation>
  </message>
  <message>
   <source>The label {label} is not here. It is</source>
   <translation>Мітки {label} тут немає. Це</translation>
  </message>
  <message>
   <source>These decisions wait until the entries come</source>
   <translation>Ці рішення чекають, доки надійдуть записи</translation>
  </message>
  <message>
   <source>What would come in</source>
   <translation>Що надійшло б</translation>
  </message>
  <message>
   <source>What {label} stands for here</source>
   <translation>Що тут означає {label}</translation>
  </message>
  <message>
   <source>a new label</source>
   <translation>нова мітка</translation>
  </message>
  <message>
   <source>comes along</source>
   <translation>додається</translation>
  </message>
  <message>
   <source>comes in</source>
   <translation>надходить</translation>
  </message>
  <message>
   <source>counts as {here}</source>
   <translation>рахується як {here}</translation>
  </message>
  <message>
   <source>differs</source>
   <translation>відрізняється</translation>
  </message>
  <message>
   <source>is called {here} here; the later name holds</source>
   <translation>тут зветься {here}; чинна пізніша назва</translation>
  </message>
  <message>
   <source>known</source>
   <translation>відомо</translation>
  </message>
  <message>
   <source>retired, and listed</source>
   <translation>виведена з ужитку, але у списку</translation>
  </message>
  <message>
   <source>waits</source>
   <translation>чекає</translation>
  </message>
  <message>
   <source>was merged into {here} here</source>
   <translation>тут злито з {here}</translation>
  </message>
  <message>
   <source>{n} new, {known} known, on {entries} {entries:entry|entries}</source>
   <translation>{n} {n:нове|нові|нових}, {known} відомо, щодо {entries} {entries:запису|записів|записів}</translation>
  </message>
  <message>
   <source>{n} {n:decision|decisions}, all of them here already</source>
   <translation>{n} {n:рішення|рішення|рішень}, усі вже тут</translation>
  </message>
  <message>
   <source>{n} {n:entry was|entries were} decided on that no file holds</source>
   <translation>{n} {n:запис|записи|записів} із рішеннями, яких немає в жодному файлі</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries} that this project lacks</source>
   <translation>{n} {n:запис, якого|записи, яких|записів, яких} бракує проєктові</translation>
  </message>
  <message>
   <source>“{name}” stands under {n} ids; that is one person</source>
   <translation>«{name}» стоїть під {n} {n:ідентифікатором|ідентифікаторами|ідентифікаторами}; це одна людина</translation>
  </message>
 </context>
 <context>
  <name>Busy</name>
  <message>
   <source>Stop</source>
   <translation>Зупинити</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Зупинка…</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Leave open</source>
   <translation>Лишити відкритою</translation>
  </message>
  <message>
   <source>No entity</source>
   <translation>Немає сутності</translation>
  </message>
  <message>
   <source>Readings</source>
   <translation>Варіанти</translation>
  </message>
  <message>
   <source>Settle and next</source>
   <translation>Узгодити й далі</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>вибрано</translation>
  </message>
  <message>
   <source>key {key}</source>
   <translation>клавіша {key}</translation>
  </message>
 </context>
 <context>
  <name>Child</name>
  <message>
   <source>The work could not be started: {what} Install the program again.</source>
   <translation>Роботу не вдалося почати: {what} Установіть програму ще раз.</translation>
  </message>
  <message>
   <source>The work ended without saying why. What it had written stays; start it again.</source>
   <translation>Робота закінчилася без пояснень. Що вона записала, те лишилося; запустіть її ще раз.</translation>
  </message>
  <message>
   <source>The work was ended from outside, perhaps for want of memory. What it had written stays; start it again.</source>
   <translation>Роботу перервано ззовні, можливо, через брак пам’яті. Що вона записала, те лишилося; запустіть її ще раз.</translation>
  </message>
 </context>
 <context>
  <name>Choices</name>
  <message>
   <source>Computing gamma…</source>
   <translation>Обчислюється гамма…</translation>
  </message>
  <message>
   <source>Computing… {percent} %</source>
   <translation>Обчислення… {percent} %</translation>
  </message>
  <message>
   <source>Ctrl+. stops computing; what stood here before stays</source>
   <translation>Ctrl+. зупиняє обчислення; те, що було тут, лишається</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Записи</translation>
  </message>
  <message>
   <source>Gamma</source>
   <translation>Гамма</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Шари</translation>
  </message>
  <message>
   <source>Mathet’s gamma: edges and labels at once. It can take minutes; the other figures are there before.</source>
   <translation>Гамма Мате: межі й мітки разом. Це може тривати хвилини; решта показників з’явиться раніше.</translation>
  </message>
  <message>
   <source>Save report…</source>
   <translation>Зберегти звіт…</translation>
  </message>
  <message>
   <source>Spans match when</source>
   <translation>Фрагменти збігаються, коли</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Зупинити</translation>
  </message>
  <message>
   <source>begun or done</source>
   <translation>розпочаті чи готові</translation>
  </message>
  <message>
   <source>done by both</source>
   <translation>готові в обох</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
  <message>
   <source>start and end are equal</source>
   <translation>збігаються початок і кінець</translation>
  </message>
  <message>
   <source>start, end and label are equal</source>
   <translation>збігаються початок, кінець і мітка</translation>
  </message>
  <message>
   <source>they overlap, label equal</source>
   <translation>перекриваються, мітка та сама</translation>
  </message>
  <message>
   <source>{n} layers</source>
   <translation>{n} {n:шар|шари|шарів}</translation>
  </message>
 </context>
 <context>
  <name>Comment</name>
  <message>
   <source>A comment has at most {n}</source>
   <translation>У коментарі щонайбільше {n} {n:символ|символи|символів}</translation>
  </message>
  <message>
   <source>Change the comment</source>
   <translation>Зміна коментаря</translation>
  </message>
  <message>
   <source>Colleagues can read it</source>
   <translation>Колеги зможуть його прочитати</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Коментар</translation>
  </message>
  <message>
   <source>Remove comment</source>
   <translation>Вилучити коментар</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Зберегти</translation>
  </message>
  <message>
   <source>Save comment</source>
   <translation>Зберегти коментар</translation>
  </message>
  <message>
   <source>Shift+Enter begins a new line.</source>
   <translation>Shift+Enter починає новий рядок.</translation>
  </message>
  <message>
   <source>The comment will be removed</source>
   <translation>Коментар буде вилучено</translation>
  </message>
  <message>
   <source>Undo brings it back</source>
   <translation>Скасування поверне його</translation>
  </message>
  <message>
   <source>Your &amp;comment</source>
   <translation>Ваш &amp;коментар</translation>
  </message>
  <message>
   <source>{n} characters too many</source>
   <translation>На {n} {n:символ|символи|символів} задовго</translation>
  </message>
 </context>
 <context>
  <name>Comments</name>
  <message>
   <source>&amp;New comment on the entry</source>
   <translation>&amp;Новий коментар до запису</translation>
  </message>
  <message>
   <source>&amp;New comment on “{words}”</source>
   <translation>&amp;Новий коментар до «{words}»</translation>
  </message>
  <message>
   <source>&amp;Remove</source>
   <translation>&amp;Вилучити</translation>
  </message>
  <message>
   <source>Changes your comment</source>
   <translation>Змінює ваш коментар</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Colleagues can read it</source>
   <translation>Колеги зможуть його прочитати</translation>
  </message>
  <message>
   <source>Comments</source>
   <translation>Коментарі</translation>
  </message>
  <message>
   <source>Enter changes your comment, Del removes it</source>
   <translation>Enter — змінити ваш коментар, Del — вилучити</translation>
  </message>
  <message>
   <source>Enter saves, Shift+Enter begins a new line.</source>
   <translation>Enter зберігає, Shift+Enter починає новий рядок.</translation>
  </message>
  <message>
   <source>Esc leaves it as it is</source>
   <translation>Esc лишає його як є</translation>
  </message>
  <message>
   <source>Nobody has remarked on anything here yet</source>
   <translation>Тут ще ніхто нічого не зауважив</translation>
  </message>
  <message>
   <source>Only {name} can change this comment</source>
   <translation>Цей коментар може змінити лише {name}</translation>
  </message>
  <message>
   <source>Removed. Undo brings it back.</source>
   <translation>Вилучено. Скасування поверне його.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Зберегти</translation>
  </message>
  <message>
   <source>Save change</source>
   <translation>Зберегти зміну</translation>
  </message>
  <message>
   <source>Save comment</source>
   <translation>Зберегти коментар</translation>
  </message>
  <message>
   <source>The project is open to look only</source>
   <translation>Проєкт відкрито лише для перегляду</translation>
  </message>
  <message>
   <source>on the entry</source>
   <translation>до запису</translation>
  </message>
  <message>
   <source>on “{words}”</source>
   <translation>до «{words}»</translation>
  </message>
  <message>
   <source>{n} too many</source>
   <translation>Забагато: {n}</translation>
  </message>
 </context>
 <context>
  <name>Comparing</name>
  <message>
   <source>Adjudicate</source>
   <translation>Розбіжності</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Узгодженість</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Розмітка</translation>
  </message>
  <message>
   <source>adjudicate</source>
   <translation>узгодити</translation>
  </message>
  <message>
   <source>next cell</source>
   <translation>наступна клітинка</translation>
  </message>
  <message>
   <source>next table</source>
   <translation>наступна таблиця</translation>
  </message>
  <message>
   <source>save report</source>
   <translation>зберегти звіт</translation>
  </message>
 </context>
 <context>
  <name>ConsistencyView</name>
  <message>
   <source>All alike: each mention has one label wherever it stands. Entries looked at: {n}.</source>
   <translation>Усе однаково: кожна згадка скрізь має ту саму мітку. Переглянуто записів: {n}.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Consistency</source>
   <translation>Однаковість розмітки</translation>
  </message>
  <message>
   <source>Every place…</source>
   <translation>Усі місця…</translation>
  </message>
  <message>
   <source>Looking through what you labelled: {done} of {total} entries</source>
   <translation>Перегляд вашої розмітки: {done} з {total} {total:запису|записів|записів}</translation>
  </message>
  <message>
   <source>Looking through what you labelled…</source>
   <translation>Перегляд вашої розмітки…</translation>
  </message>
  <message>
   <source>Not labelled alike, the worst first. Entries looked at: {n}.</source>
   <translation>Розмічено по-різному, найгірші спочатку. Переглянуто записів: {n}.</translation>
  </message>
  <message>
   <source>Nothing is labelled yet. Once it is, mentions that are not labelled alike are listed here.</source>
   <translation>Ще нічого не розмічено. Згодом тут буде список згадок, розмічених по-різному.</translation>
  </message>
  <message>
   <source>{n} places are not labelled as most are</source>
   <translation>{n} {n:місце розмічено|місця розмічено|місць розмічено} не так, як більшість</translation>
  </message>
  <message>
   <source>{total} mentions are not labelled alike; the worst {listed} are listed. Entries looked at: {n}.</source>
   <translation>{total} {total:згадку розмічено|згадки розмічено|згадок розмічено} по-різному; показано {listed} {listed:найгіршу|найгірші|найгірших}. Переглянуто записів: {n}.</translation>
  </message>
 </context>
 <context>
  <name>Deciding</name>
  <message>
   <source>Every entry of this list is done or skipped.</source>
   <translation>Усі записи цього списку готові або пропущені.</translation>
  </message>
  <message>
   <source>Hidden with {decisions} of {people}, none deleted; undo brings it back.</source>
   <translation>Приховано з {decisions}, автори: {people}; нічого не вилучено, скасування поверне все.</translation>
  </message>
  <message>
   <source>Hidden. Nothing was decided on it; undo brings it back.</source>
   <translation>Приховано. Рішень про цей запис не було; скасування поверне його.</translation>
  </message>
  <message>
   <source>Marked as unsure: {what}. Filter by it to come back.</source>
   <translation>Позначено як сумнівне: {what}. Повернутися допоможе фільтр.</translation>
  </message>
  <message>
   <source>No likely name is left untagged here.</source>
   <translation>Схожих на назви слів без мітки тут не лишилося.</translation>
  </message>
  <message>
   <source>No suggestion is doubtful here.</source>
   <translation>Сумнівних пропозицій тут немає.</translation>
  </message>
  <message>
   <source>Not unsure any more: {what}.</source>
   <translation>Більше не сумнівне: {what}.</translation>
  </message>
  <message>
   <source>The edge cannot go further.</source>
   <translation>Межу не можна зсунути далі.</translation>
  </message>
  <message>
   <source>The edge cannot go further: a name does not leave its paragraph.</source>
   <translation>Межу не можна зсунути далі: назва не виходить за межі абзацу.</translation>
  </message>
  <message>
   <source>There is no word at the caret: go to one by the arrows, or select with Shift+arrows.</source>
   <translation>Біля курсора немає слова: перейдіть до нього стрілками або виділіть його стрілками із Shift.</translation>
  </message>
  <message>
   <source>This entry is open already.</source>
   <translation>Цей запис і так відкритий.</translation>
  </message>
  <message>
   <source>one decision</source>
   <translation>одне рішення</translation>
  </message>
  <message>
   <source>the entry</source>
   <translation>запис</translation>
  </message>
  <message>
   <source>the span</source>
   <translation>фрагмент</translation>
  </message>
  <message>
   <source>{n} decisions</source>
   <translation>{n} {n:рішення|рішення|рішень}</translation>
  </message>
 </context>
 <context>
  <name>Dialog</name>
  <message>
   <source>Cancel</source>
   <translation>Скасувати</translation>
  </message>
 </context>
 <context>
  <name>DropField</name>
  <message>
   <source>Drop files here</source>
   <translation>Перетягніть файли сюди</translation>
  </message>
  <message>
   <source>Drop files here: a project, or texts to label</source>
   <translation>Перетягніть файли сюди: проєкт або тексти для розмітки</translation>
  </message>
  <message>
   <source>a project, or texts to label</source>
   <translation>проєкт або тексти для розмітки</translation>
  </message>
 </context>
 <context>
  <name>EditField</name>
  <message>
   <source>&amp;Author</source>
   <translation>&amp;Автор</translation>
  </message>
  <message>
   <source>&amp;Date and time</source>
   <translation>&amp;Дата й час</translation>
  </message>
  <message>
   <source>&amp;Title</source>
   <translation>&amp;Заголовок</translation>
  </message>
  <message>
   <source>2031-02-13, 2031-02-13 23:30 or 13 Feb 2031 23:30. Empty where it is not known.</source>
   <translation>2031-02-13, 2031-02-13 23:30 або 13 Feb 2031 23:30. Порожньо, якщо дата невідома.</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>Виправити</translation>
  </message>
  <message>
   <source>Correct the author</source>
   <translation>Виправлення автора</translation>
  </message>
  <message>
   <source>Correct the date</source>
   <translation>Виправлення дати</translation>
  </message>
  <message>
   <source>Correct the title</source>
   <translation>Виправлення заголовка</translation>
  </message>
  <message>
   <source>The file says: {written}</source>
   <translation>У файлі написано: {written}</translation>
  </message>
  <message>
   <source>The source stays as it was imported</source>
   <translation>Джерело лишається таким, яким його імпортовано</translation>
  </message>
  <message>
   <source>This is no date that can be read. Write it like 2031-02-13 23:30.</source>
   <translation>Такої дати прочитати не можна. Напишіть її так: 2031-02-13 23:30.</translation>
  </message>
  <message>
   <source>Undo takes the correction back</source>
   <translation>Скасування поверне все, як було</translation>
  </message>
 </context>
 <context>
  <name>EntriesAsTheyWillBe</name>
  <message>
   <source>The first entries, as they will be</source>
   <translation>Перші записи — такими, якими вони будуть</translation>
  </message>
 </context>
 <context>
  <name>EntriesPane</name>
  <message>
   <source>All</source>
   <translation>Усі</translation>
  </message>
  <message>
   <source>Every entry is done or skipped.</source>
   <translation>Усі записи готові або пропущені.</translation>
  </message>
  <message>
   <source>Filter entries</source>
   <translation>Фільтр записів</translation>
  </message>
  <message>
   <source>Filter entries ({key})</source>
   <translation>Фільтр записів ({key})</translation>
  </message>
  <message>
   <source>First {found} of {total} entries</source>
   <translation>Перші {found} з {total} {total:запису|записів|записів}</translation>
  </message>
  <message>
   <source>Flagged</source>
   <translation>Прапорці</translation>
  </message>
  <message>
   <source>No entry has a flag. {key} puts one up.</source>
   <translation>Жоден запис не має прапорця. Його ставить {key}.</translation>
  </message>
  <message>
   <source>No entry holds “{words}”.</source>
   <translation>Жоден запис не містить «{words}».</translation>
  </message>
  <message>
   <source>No entry passes all of these filters.</source>
   <translation>Жоден запис не проходить усіх цих фільтрів.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Відкриті</translation>
  </message>
  <message>
   <source>Search entries</source>
   <translation>Шукати в записах</translation>
  </message>
  <message>
   <source>Search {count} {count:entry|entries}</source>
   <translation>Шукати: {count} {count:запис|записи|записів}</translation>
  </message>
  <message>
   <source>Show all entries</source>
   <translation>Показати всі записи</translation>
  </message>
  <message>
   <source>The project has no text yet.</source>
   <translation>У проєкті ще немає текстів.</translation>
  </message>
  <message>
   <source>Words, “a phrase” in quotes, begin* – and filters such as label:PERSON, lacks:ORG, state:done, score:0.2..0.6</source>
   <translation>Слова, «фраза» в лапках, почат* – і фільтри, як-от label:PERSON, lacks:ORG, state:done, score:0.2..0.6</translation>
  </message>
  <message>
   <source>{found} of {total} entries</source>
   <translation>{found} з {total} {total:запису|записів|записів}</translation>
  </message>
 </context>
 <context>
  <name>EntryList</name>
  <message>
   <source>Entries</source>
   <translation>Записи</translation>
  </message>
 </context>
 <context>
  <name>EntryModel</name>
  <message>
   <source>begun</source>
   <translation>розпочато</translation>
  </message>
  <message>
   <source>done</source>
   <translation>готово</translation>
  </message>
  <message>
   <source>flagged</source>
   <translation>з прапорцем</translation>
  </message>
  <message>
   <source>not begun</source>
   <translation>не розпочато</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>пропущено</translation>
  </message>
  <message>
   <source>{n} {n:comment|comments}</source>
   <translation>{n} {n:коментар|коментарі|коментарів}</translation>
  </message>
  <message>
   <source>{n} {n:suggestion|suggestions} pending</source>
   <translation>{n} {n:пропозиція чекає|пропозиції чекають|пропозицій чекають}</translation>
  </message>
 </context>
 <context>
  <name>EqualCases</name>
  <message>
   <source>Equal cases</source>
   <translation>Такі самі випадки</translation>
  </message>
  <message>
   <source>One undo takes all of them back</source>
   <translation>Одне скасування поверне всі</translation>
  </message>
  <message>
   <source>Settle every equal case</source>
   <translation>Узгодити всі такі самі випадки</translation>
  </message>
  <message>
   <source>Settle {n}</source>
   <translation>Узгодити {n}</translation>
  </message>
  <message>
   <source>no entity</source>
   <translation>немає сутності</translation>
  </message>
  <message>
   <source>{n} {n:case|cases} will be settled</source>
   <translation>{n} {n:випадок|випадки|випадків} буде узгоджено</translation>
  </message>
 </context>
 <context>
  <name>EvaluationView</name>
  <message>
   <source>&amp;The gold layer</source>
   <translation>&amp;Еталонний шар</translation>
  </message>
  <message>
   <source>&amp;What is judged</source>
   <translation>&amp;Що оцінюється</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Comparing…</source>
   <translation>Порівняння…</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Записи</translation>
  </message>
  <message>
   <source>Errors</source>
   <translation>Помилки</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>Оцінювання</translation>
  </message>
  <message>
   <source>F1, edges and label</source>
   <translation>F1, межі й мітка</translation>
  </message>
  <message>
   <source>F1, relaxed</source>
   <translation>F1, нестрого</translation>
  </message>
  <message>
   <source>Go to the error</source>
   <translation>Перейти до помилки</translation>
  </message>
  <message>
   <source>No error: the two are equal.</source>
   <translation>Помилок немає: обидва однакові.</translation>
  </message>
  <message>
   <source>No layer has anything yet. Bring a gold layer in, or settle disagreements.</source>
   <translation>Усі шари ще порожні. Імпортуйте еталонний шар або узгодьте розбіжності.</translation>
  </message>
  <message>
   <source>What it came to</source>
   <translation>Що вийшло</translation>
  </message>
  <message>
   <source>label right, some text shared</source>
   <translation>мітка правильна, текст частково спільний</translation>
  </message>
  <message>
   <source>missed</source>
   <translation>пропущено</translation>
  </message>
  <message>
   <source>no title</source>
   <translation>без заголовка</translation>
  </message>
  <message>
   <source>precision {p}, recall {r}</source>
   <translation>точність {p}, повнота {r}</translation>
  </message>
  <message>
   <source>the suggestions</source>
   <translation>пропозиції</translation>
  </message>
  <message>
   <source>too much</source>
   <translation>забагато</translation>
  </message>
  <message>
   <source>{n} gold {n:span|spans}</source>
   <translation>{n} {n:еталонний фрагмент|еталонні фрагменти|еталонних фрагментів}</translation>
  </message>
  <message>
   <source>{n} {n:error|errors}</source>
   <translation>{n} {n:помилка|помилки|помилок}</translation>
  </message>
 </context>
 <context>
  <name>EverySameMention</name>
  <message>
   <source>, {n} stay as they are</source>
   <translation>; {n} {n:лишається|лишаються|лишаються} без змін</translation>
  </message>
  <message>
   <source>All entries</source>
   <translation>Усі записи</translation>
  </message>
  <message>
   <source>Go to it</source>
   <translation>Перейти</translation>
  </message>
  <message>
   <source>Go to this place in its entry (G or a double click)</source>
   <translation>Перейти до цього місця в записі (G або подвійне клацання)</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Розмітити</translation>
  </message>
  <message>
   <source>Label every same mention</source>
   <translation>Розмітити всі такі самі згадки</translation>
  </message>
  <message>
   <source>Looking through the entries: {done} of {total}</source>
   <translation>Перегляд записів: {done} з {total}</translation>
  </message>
  <message>
   <source>Looking through the entries…</source>
   <translation>Перегляд записів…</translation>
  </message>
  <message>
   <source>One undo takes all {n} back</source>
   <translation>Одне скасування поверне все ({n})</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>Відхилити</translation>
  </message>
  <message>
   <source>Reject every same mention</source>
   <translation>Відхилити всі такі самі згадки</translation>
  </message>
  <message>
   <source>Relabel</source>
   <translation>Змінити мітку</translation>
  </message>
  <message>
   <source>Relabel every same mention</source>
   <translation>Змінити мітку всіх таких самих згадок</translation>
  </message>
  <message>
   <source>Relabel mine</source>
   <translation>Змінити мої мітки</translation>
  </message>
  <message>
   <source>Same case</source>
   <translation>Той самий регістр</translation>
  </message>
  <message>
   <source>Skip marked</source>
   <translation>Оминати розмічені</translation>
  </message>
  <message>
   <source>Space ticks a row, A all or none</source>
   <translation>Пробіл — позначити рядок, A — усі або жодного</translation>
  </message>
  <message>
   <source>The label</source>
   <translation>Мітка</translation>
  </message>
  <message>
   <source>This entry</source>
   <translation>Цей запис</translation>
  </message>
  <message>
   <source>This mention stands nowhere else.</source>
   <translation>Ця згадка більше ніде не трапляється.</translation>
  </message>
  <message>
   <source>This source</source>
   <translation>Це джерело</translation>
  </message>
  <message>
   <source>as</source>
   <translation>як</translation>
  </message>
  <message>
   <source>{n} in entries of the control group are left out.</source>
   <translation>{n} у записах контрольної групи пропущено.</translation>
  </message>
  <message>
   <source>{n} more are not listed: decide on these, then ask again.</source>
   <translation>Ще {n} не показано: вирішіть щодо цих, а потім запитайте знову.</translation>
  </message>
  <message>
   <source>{n} will be labelled</source>
   <translation>Буде розмічено: {n}</translation>
  </message>
  <message>
   <source>{n} will be rejected</source>
   <translation>Буде відхилено: {n}</translation>
  </message>
  <message>
   <source>{n} will be relabelled</source>
   <translation>Мітку буде змінено: {n}</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message>
   <source>&amp;Comments too, with their authors</source>
   <translation>&amp;Коментарі теж, з іменами авторів</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>&amp;Формат</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>&amp;Шар</translation>
  </message>
  <message>
   <source>&amp;Split by source</source>
   <translation>&amp;Поділ за джерелами</translation>
  </message>
  <message>
   <source>&amp;Tags</source>
   <translation>&amp;Теги</translation>
  </message>
  <message>
   <source>&amp;Where spans overlap</source>
   <translation>&amp;Де фрагменти перекриваються</translation>
  </message>
  <message>
   <source>A data card is written beside the file</source>
   <translation>Поруч із файлом записується паспорт даних</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Усі</translation>
  </message>
  <message>
   <source>All {n} spans can be held</source>
   <translation>Можна передати всі фрагменти: {n}</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Вибрати…</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Записи</translation>
  </message>
  <message>
   <source>Entries that were only p&amp;ractised on</source>
   <translation>Записи, на яких лише вправля&amp;лися</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Експорт</translation>
  </message>
  <message>
   <source>Export one entry</source>
   <translation>Експортувати один запис</translation>
  </message>
  <message>
   <source>Export to</source>
   <translation>Експортувати до</translation>
  </message>
  <message>
   <source>Export {n} entries</source>
   <translation>Експортувати {n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>Exporting</source>
   <translation>Експорт</translation>
  </message>
  <message>
   <source>F&amp;ile</source>
   <translation>Ф&amp;айл</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Файл</translation>
  </message>
  <message>
   <source>Name the file to write.</source>
   <translation>Дайте назву файлові, який буде записано.</translation>
  </message>
  <message>
   <source>Nothing is written before you say export</source>
   <translation>Нічого не записується, доки ви не скажете експортувати</translation>
  </message>
  <message>
   <source>Nothing was labelled or suggested yet, so there is nothing to export.</source>
   <translation>Ще нічого не розмічено й не запропоновано, тож експортувати нічого.</translation>
  </message>
  <message>
   <source>S&amp;eed</source>
   <translation>&amp;Зерно</translation>
  </message>
  <message>
   <source>Suggestions are of all entries.</source>
   <translation>Пропозиції стосуються всіх записів.</translation>
  </message>
  <message>
   <source>Suggestions that nobody answered</source>
   <translation>Пропозиції, на які ніхто не відповів</translation>
  </message>
  <message>
   <source>That are done</source>
   <translation>Готові</translation>
  </message>
  <message>
   <source>There is no folder {folder}; choose one that exists.</source>
   <translation>Теки {folder} немає; виберіть наявну.</translation>
  </message>
  <message>
   <source>They are listed in the data card</source>
   <translation>Їх перелічено в паспорті даних</translation>
  </message>
  <message>
   <source>none, or 80/10/10</source>
   <translation>немає або 80/10/10</translation>
  </message>
  <message>
   <source>the innermost stays</source>
   <translation>лишається внутрішній</translation>
  </message>
  <message>
   <source>the longest stays</source>
   <translation>лишається найдовший</translation>
  </message>
  <message>
   <source>the outermost stays</source>
   <translation>лишається зовнішній</translation>
  </message>
  <message>
   <source>{name} is there already and will be replaced.</source>
   <translation>{name} уже є і буде замінено.</translation>
  </message>
  <message>
   <source>{name} is written and then read back to prove it.</source>
   <translation>Файл {name} записується, а потім читається знову для перевірки.</translation>
  </message>
  <message>
   <source>{name}, {n} {n:span|spans}</source>
   <translation>{name}, {n} {n:фрагмент|фрагменти|фрагментів}</translation>
  </message>
  <message>
   <source>{n} {n:span|spans} cannot be held</source>
   <translation>{n} {n:фрагмент|фрагменти|фрагментів} передати не можна</translation>
  </message>
  <message>
   <source>“annotator 1” for &amp;names of people</source>
   <translation>«анотатор 1» замість &amp;імен людей</translation>
  </message>
  <message>
   <source>“{split}” is no split; write 80/10/10 or 80/20.</source>
   <translation>«{split}» — не поділ; напишіть 80/10/10 або 80/20.</translation>
  </message>
 </context>
 <context>
  <name>FileList</name>
  <message>
   <source>Files</source>
   <translation>Файли</translation>
  </message>
 </context>
 <context>
  <name>FilterChips</name>
  <message>
   <source>Clear all</source>
   <translation>Очистити все</translation>
  </message>
  <message>
   <source>Take the filter away: {filter}</source>
   <translation>Прибрати фільтр: {filter}</translation>
  </message>
 </context>
 <context>
  <name>FilterEntries</name>
  <message>
   <source>&amp;Date</source>
   <translation>&amp;Дата</translation>
  </message>
  <message>
   <source>&amp;Label</source>
   <translation>&amp;Мітка</translation>
  </message>
  <message>
   <source>&amp;Mention</source>
   <translation>&amp;Згадка</translation>
  </message>
  <message>
   <source>&amp;Score of a suggestion</source>
   <translation>&amp;Оцінка пропозиції</translation>
  </message>
  <message>
   <source>&amp;Whose states, labels and flags</source>
   <translation>&amp;Чиї стани, мітки й прапорці</translation>
  </message>
  <message>
   <source>All sources</source>
   <translation>Усі джерела</translation>
  </message>
  <message>
   <source>Any</source>
   <translation>Будь-яка</translation>
  </message>
  <message>
   <source>Anybody</source>
   <translation>Будь-хто</translation>
  </message>
  <message>
   <source>Anything that is labelled</source>
   <translation>Усе, що розмічено</translation>
  </message>
  <message>
   <source>Clear all</source>
   <translation>Очистити все</translation>
  </message>
  <message>
   <source>Filter entries</source>
   <translation>Фільтр записів</translation>
  </message>
  <message>
   <source>Has</source>
   <translation>Має</translation>
  </message>
  <message>
   <source>Lac&amp;ks the label</source>
   <translation>&amp;Бракує мітки</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Жодної</translation>
  </message>
  <message>
   <source>S&amp;ource</source>
   <translation>Д&amp;жерело</translation>
  </message>
  <message>
   <source>Show entries</source>
   <translation>Показати записи</translation>
  </message>
  <message>
   <source>Show {entries}</source>
   <translation>Показати {entries}</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Стан</translation>
  </message>
  <message>
   <source>Suggested &amp;by</source>
   <translation>Хто &amp;пропонує</translation>
  </message>
  <message>
   <source>The list follows each choice; Cancel brings it back</source>
   <translation>Діє одразу; «Скасувати» поверне список</translation>
  </message>
  <message>
   <source>Yours</source>
   <translation>Ваші</translation>
  </message>
  <message>
   <source>from</source>
   <translation>від</translation>
  </message>
  <message>
   <source>to</source>
   <translation>до</translation>
  </message>
  <message>
   <source>{found} of {total}</source>
   <translation>{found} з {total}</translation>
  </message>
  <message>
   <source>{name}, from</source>
   <translation>{name}, від</translation>
  </message>
  <message>
   <source>{name}, to</source>
   <translation>{name}, до</translation>
  </message>
 </context>
 <context>
  <name>FindingList</name>
  <message>
   <source>What was changed or left out</source>
   <translation>Що змінено чи пропущено</translation>
  </message>
  <message>
   <source>as source</source>
   <translation>як джерело</translation>
  </message>
  <message>
   <source>inferred</source>
   <translation>виведено</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>відхилено</translation>
  </message>
  <message>
   <source>repaired</source>
   <translation>виправлено</translation>
  </message>
  <message>
   <source>{file}, line {line}</source>
   <translation>{file}, рядок {line}</translation>
  </message>
 </context>
 <context>
  <name>GuidelineEditor</name>
  <message>
   <source>&amp;Markdown</source>
   <translation>&amp;Markdown</translation>
  </message>
  <message>
   <source>**bold**, *italic*, - for a list, &gt; for an example. Links are shown, never followed.</source>
   <translation>**жирний**, *курсив*, - для списку, &gt; для прикладу. Посилання показуються, але ніколи не відкриваються.</translation>
  </message>
  <message>
   <source>As it will look</source>
   <translation>Як це виглядатиме</translation>
  </message>
  <message>
   <source>Becomes version {n}</source>
   <translation>Стане версією {n}</translation>
  </message>
  <message>
   <source>Decisions from now on remember it; undo takes it back</source>
   <translation>Рішення відтепер пам’ятатимуть її; скасування поверне попередню</translation>
  </message>
  <message>
   <source>First text</source>
   <translation>Перший текст</translation>
  </message>
  <message>
   <source>Guideline of {label}</source>
   <translation>Настанова до {label}</translation>
  </message>
  <message>
   <source>Nothing is changed yet. Ctrl+Enter saves, Esc leaves</source>
   <translation>Ще нічого не змінено. Ctrl+Enter зберігає, Esc виходить</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Перегляд</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Зберегти</translation>
  </message>
  <message>
   <source>Save version {n}</source>
   <translation>Зберегти версію {n}</translation>
  </message>
  <message>
   <source>Version {n}</source>
   <translation>Версія {n}</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Версії</translation>
  </message>
  <message>
   <source>Versions; Enter takes an old one's text up again</source>
   <translation>Версії; Enter знову бере текст давньої</translation>
  </message>
  <message>
   <source>came with the scheme</source>
   <translation>прийшла зі схемою</translation>
  </message>
  <message>
   <source>in force</source>
   <translation>чинна</translation>
  </message>
  <message>
   <source>{n} too many</source>
   <translation>Забагато: {n}</translation>
  </message>
 </context>
 <context>
  <name>GuidelinePane</name>
  <message>
   <source>*No guideline is written for this label.*</source>
   <translation>*До цієї мітки настанови ще не написано.*</translation>
  </message>
  <message>
   <source>Guideline</source>
   <translation>Настанова</translation>
  </message>
 </context>
 <context>
  <name>HandOut</name>
  <message>
   <source>&amp;How</source>
   <translation>&amp;Як</translation>
  </message>
  <message>
   <source>&amp;People, separated by commas</source>
   <translation>&amp;Люди, через кому</translation>
  </message>
  <message>
   <source>&amp;Seed</source>
   <translation>&amp;Зерно</translation>
  </message>
  <message>
   <source>&amp;Without suggestions</source>
   <translation>&amp;Без пропозицій</translation>
  </message>
  <message>
   <source>Bea, Cem, Dan</source>
   <translation>Беа, Джем, Дан</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Deal all out anew</source>
   <translation>Роздати все наново</translation>
  </message>
  <message>
   <source>Deal out</source>
   <translation>Роздати</translation>
  </message>
  <message>
   <source>Deal out {n} {n:assignment|assignments}</source>
   <translation>Роздати {n} {n:призначення|призначення|призначень}</translation>
  </message>
  <message>
   <source>Each entry to {who}</source>
   <translation>Кожен запис: {who}</translation>
  </message>
  <message>
   <source>Everything to everyone</source>
   <translation>Усе всім</translation>
  </message>
  <message>
   <source>Hand out</source>
   <translation>Видача</translation>
  </message>
  <message>
   <source>Handing out</source>
   <translation>Роздавання</translation>
  </message>
  <message>
   <source>Name the people who are to label.</source>
   <translation>Назвіть людей, які розмічатимуть.</translation>
  </message>
  <message>
   <source>One undo takes all of it back</source>
   <translation>Одне скасування поверне все назад</translation>
  </message>
  <message>
   <source>P&amp;ractice first</source>
   <translation>Спершу &amp;вправи</translation>
  </message>
  <message>
   <source>Reading who labels what…</source>
   <translation>Зчитується, хто що розмічає…</translation>
  </message>
  <message>
   <source>Shown &amp;again later</source>
   <translation>&amp;Показати знову пізніше</translation>
  </message>
  <message>
   <source>Space gives and takes back, C without suggestions, A shown again</source>
   <translation>Пробіл — дати й забрати, C — без пропозицій, A — показати знову</translation>
  </message>
  <message>
   <source>Stopped: {n} {n:bundle is|bundles are} written.</source>
   <translation>Зупинено: {n} {n:пакет записано|пакети записано|пакетів записано}.</translation>
  </message>
  <message>
   <source>Suggestions go along, of those who saw nobody’s decisions</source>
   <translation>Пропозиції йдуть разом, але лише тих, хто не бачив чужих рішень</translation>
  </message>
  <message>
   <source>The seed is a whole number.</source>
   <translation>Зерно — ціле число.</translation>
  </message>
  <message>
   <source>What is ri&amp;ght there</source>
   <translation>Що там п&amp;равильно</translation>
  </message>
  <message>
   <source>Where the bundles go</source>
   <translation>Куди покласти пакети</translation>
  </message>
  <message>
   <source>Whole sources</source>
   <translation>Цілими джерелами</translation>
  </message>
  <message>
   <source>Working out who gets what…</source>
   <translation>Визначається, хто що отримає…</translation>
  </message>
  <message>
   <source>Write bundles…</source>
   <translation>Записати пакети…</translation>
  </message>
  <message>
   <source>Writing bundles</source>
   <translation>Запис пакетів</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
  <message>
   <source>one person</source>
   <translation>одній людині</translation>
  </message>
  <message>
   <source>settled</source>
   <translation>узгоджено</translation>
  </message>
  <message>
   <source>three people</source>
   <translation>трьом людям</translation>
  </message>
  <message>
   <source>two people</source>
   <translation>двом людям</translation>
  </message>
  <message>
   <source>{a} and {b} share {n}</source>
   <translation>{a} і {b} мають спільних {n}</translation>
  </message>
  <message>
   <source>{n} {n:assignment is|assignments are} taken back</source>
   <translation>{n} {n:призначення забрано|призначення забрано|призначень забрано}</translation>
  </message>
  <message>
   <source>{n} {n:assignment|assignments}</source>
   <translation>{n} {n:призначення|призначення|призначень}</translation>
  </message>
  <message>
   <source>{n} {n:bundle is|bundles are} written to {folder}. They come back by “Bring together”.</source>
   <translation>{n} {n:пакет записано|пакети записано|пакетів записано} до {folder}. Назад вони надійдуть через «Звести».</translation>
  </message>
  <message>
   <source>{n} {n:entry is|entries are} nobody’s yet</source>
   <translation>{n} {n:запис ще нічий|записи ще нічиї|записів ще нічиї}</translation>
  </message>
  <message>
   <source>{n} {n:entry is|entries are} somebody’s already and stay so</source>
   <translation>{n} {n:запис уже чийсь і лишається|записи вже чиїсь і лишаються|записів уже чиїсь і лишаються} так</translation>
  </message>
  <message>
   <source>{share} % to everyone, the rest to one</source>
   <translation>{share} % усім, решта — одній людині</translation>
  </message>
 </context>
 <context>
  <name>HeadView</name>
  <message>
   <source>Comment</source>
   <translation>Коментар</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Прапорець</translation>
  </message>
  <message>
   <source>read only</source>
   <translation>лише для читання</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>More menus</source>
   <translation>Інші меню</translation>
  </message>
 </context>
 <context>
  <name>HitList</name>
  <message>
   <source>Disagreements of the chosen cell</source>
   <translation>Розбіжності вибраної клітинки</translation>
  </message>
  <message>
   <source>Places of this mention</source>
   <translation>Місця цієї згадки</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
 </context>
 <context>
  <name>HitModel</name>
  <message>
   <source>not marked</source>
   <translation>не розмічено</translation>
  </message>
  <message>
   <source>overlaps a suggested {label}</source>
   <translation>перекривається із запропонованою {label}</translation>
  </message>
  <message>
   <source>overlaps your {label}</source>
   <translation>перекривається з вашою {label}</translation>
  </message>
  <message>
   <source>suggested {label} {score}</source>
   <translation>запропоновано {label} {score}</translation>
  </message>
  <message>
   <source>suggested {score}</source>
   <translation>запропоновано {score}</translation>
  </message>
  <message>
   <source>this one, {state}</source>
   <translation>ця сама, {state}</translation>
  </message>
  <message>
   <source>you rejected this</source>
   <translation>ви це відхилили</translation>
  </message>
  <message>
   <source>you: {label}</source>
   <translation>ви: {label}</translation>
  </message>
  <message>
   <source>you: {label}, nothing to do</source>
   <translation>ви: {label}, змінювати нічого</translation>
  </message>
  <message>
   <source>{state}, entry skipped</source>
   <translation>{state}, запис пропущено</translation>
  </message>
  <message>
   <source>{state}, left as it is</source>
   <translation>{state}, лишається як є</translation>
  </message>
 </context>
 <context>
  <name>ImportPanes</name>
  <message>
   <source>1–{n} of {total}</source>
   <translation>1–{n} з {total}</translation>
  </message>
  <message>
   <source>Add…</source>
   <translation>Додати…</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Усі</translation>
  </message>
  <message>
   <source>As source</source>
   <translation>Як джерело</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Дати</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Файли</translation>
  </message>
  <message>
   <source>Import text</source>
   <translation>Імпорт текстів</translation>
  </message>
  <message>
   <source>No file yet. Drop files here, or add them.</source>
   <translation>Файлів ще немає. Перетягніть їх сюди або додайте.</translation>
  </message>
  <message>
   <source>Nothing was changed or left out</source>
   <translation>Нічого не змінено й не пропущено</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Читання…</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Відхилено</translation>
  </message>
  <message>
   <source>Repaired</source>
   <translation>Виправлено</translation>
  </message>
  <message>
   <source>Save list…</source>
   <translation>Зберегти список…</translation>
  </message>
  <message>
   <source>The first entries of {name}, as they will be</source>
   <translation>Перші записи {name} — такими, якими вони будуть</translation>
  </message>
  <message>
   <source>This file holds no entry. Is its format right?</source>
   <translation>У цьому файлі немає жодного запису. Чи правильний формат?</translation>
  </message>
  <message>
   <source>What was changed or left out</source>
   <translation>Що змінено чи пропущено</translation>
  </message>
  <message>
   <source>dates inferred</source>
   <translation>дати виведено</translation>
  </message>
  <message>
   <source>here already</source>
   <translation>уже тут</translation>
  </message>
  <message>
   <source>into {project}</source>
   <translation>до проєкту {project}</translation>
  </message>
  <message>
   <source>kept as source</source>
   <translation>лишено як джерело</translation>
  </message>
  <message>
   <source>one entry</source>
   <translation>один запис</translation>
  </message>
  <message>
   <source>read</source>
   <translation>прочитано</translation>
  </message>
  <message>
   <source>reading…</source>
   <translation>читання…</translation>
  </message>
  <message>
   <source>rejected, and kept</source>
   <translation>відхилено й збережено</translation>
  </message>
  <message>
   <source>repaired</source>
   <translation>виправлено</translation>
  </message>
  <message>
   <source>spans taken of {n}</source>
   <translation>фрагментів узято з {n}</translation>
  </message>
  <message>
   <source>taken</source>
   <translation>узято</translation>
  </message>
  <message>
   <source>without a date</source>
   <translation>без дати</translation>
  </message>
  <message>
   <source>{name} cannot come in</source>
   <translation>{name} не можна додати</translation>
  </message>
  <message>
   <source>{n} entries</source>
   <translation>{n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>{n} {n:span|spans}</source>
   <translation>{n} {n:фрагмент|фрагменти|фрагментів}</translation>
  </message>
 </context>
 <context>
  <name>ImportPreview</name>
  <message>
   <source>Import</source>
   <translation>Імпортувати</translation>
  </message>
  <message>
   <source>Import one entry</source>
   <translation>Імпортувати один запис</translation>
  </message>
  <message>
   <source>Import text</source>
   <translation>Імпорт текстів</translation>
  </message>
  <message>
   <source>Import {n} entries</source>
   <translation>Імпортувати {n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>Import {n} {n:span|spans}</source>
   <translation>Імпортувати {n} {n:фрагмент|фрагменти|фрагментів}</translation>
  </message>
  <message>
   <source>Nothing is written before you say import.</source>
   <translation>Нічого не записується, доки ви не скажете імпортувати.</translation>
  </message>
  <message>
   <source>Save list</source>
   <translation>Зберегти список</translation>
  </message>
  <message>
   <source>Table (*.tsv)</source>
   <translation>Таблиця (*.tsv)</translation>
  </message>
  <message>
   <source>Texts ({known});;All files (*)</source>
   <translation>Тексти ({known});;Усі файли (*)</translation>
  </message>
  <message>
   <source>The list could not be written to {path}: {why}</source>
   <translation>Список не вдалося записати до {path}: {why}</translation>
  </message>
  <message>
   <source>The list was written to {path}</source>
   <translation>Список записано до {path}</translation>
  </message>
  <message>
   <source>all its entries are here already</source>
   <translation>усі його записи вже тут</translation>
  </message>
  <message>
   <source>it holds no entry</source>
   <translation>у ньому немає жодного запису</translation>
  </message>
  <message>
   <source>{name} could not be read because of a mistake in the program.</source>
   <translation>{name} не вдалося прочитати через помилку в програмі.</translation>
  </message>
  <message>
   <source>{name} is left out: {why}</source>
   <translation>{name} пропущено: {why}</translation>
  </message>
  <message>
   <source>{n} files are left out: {names}</source>
   <translation>{n} {n:файл|файли|файлів} пропущено: {names}</translation>
  </message>
 </context>
 <context>
  <name>ImportSettings</name>
  <message>
   <source>&amp;Day of the newest entry</source>
   <translation>&amp;День найновішого запису</translation>
  </message>
  <message>
   <source>&amp;Encoding</source>
   <translation>&amp;Кодування</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>&amp;Формат</translation>
  </message>
  <message>
   <source>&amp;Name of the layer</source>
   <translation>&amp;Назва шару</translation>
  </message>
  <message>
   <source>&amp;Sheet</source>
   <translation>&amp;Аркуш</translation>
  </message>
  <message>
   <source>13 Feb 2031</source>
   <translation>13 Feb 2031</translation>
  </message>
  <message>
   <source>A layer</source>
   <translation>Шаром</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Автор</translation>
  </message>
  <message>
   <source>Date and time</source>
   <translation>Дата й час</translation>
  </message>
  <message>
   <source>Find it out</source>
   <translation>Визначити</translation>
  </message>
  <message>
   <source>Found: {what}</source>
   <translation>Знайдено: {what}</translation>
  </message>
  <message>
   <source>Gold</source>
   <translation>Еталон</translation>
  </message>
  <message>
   <source>Labels of the file</source>
   <translation>Мітки у файлі</translation>
  </message>
  <message>
   <source>Labels the scheme lacks</source>
   <translation>Мітки, яких немає у схемі</translation>
  </message>
  <message>
   <source>None found</source>
   <translation>Не знайдено</translation>
  </message>
  <message>
   <source>Not needed: the file has dates of its own.</source>
   <translation>Не потрібно: у файлі є свої дати.</translation>
  </message>
  <message>
   <source>Of the dates: {how}.</source>
   <translation>Дати: {how}.</translation>
  </message>
  <message>
   <source>One entry for each</source>
   <translation>Один запис — це</translation>
  </message>
  <message>
   <source>Spans of the file become</source>
   <translation>Фрагменти з файлу стануть</translation>
  </message>
  <message>
   <source>Suggestions</source>
   <translation>Пропозиціями</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Текст</translation>
  </message>
  <message>
   <source>The file gives no date. Say it, and earlier times above later ones are taken for the next day.</source>
   <translation>У файлі немає дат. Укажіть день, і час, менший за той, що нижче, означатиме наступний день.</translation>
  </message>
  <message>
   <source>The first with any row</source>
   <translation>Перший, де є рядки</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Заголовок</translation>
  </message>
  <message>
   <source>are added to it</source>
   <translation>додаються до неї</translation>
  </message>
  <message>
   <source>are left out, with their spans</source>
   <translation>пропускаються разом із фрагментами</translation>
  </message>
  <message>
   <source>file</source>
   <translation>файл</translation>
  </message>
  <message>
   <source>line</source>
   <translation>рядок</translation>
  </message>
  <message>
   <source>name the layer of its spans</source>
   <translation>дайте назву шарові його фрагментів</translation>
  </message>
  <message>
   <source>not recognised: choose one</source>
   <translation>не розпізнано: виберіть</translation>
  </message>
  <message>
   <source>paragraph</source>
   <translation>абзац</translation>
  </message>
  <message>
   <source>reading…</source>
   <translation>читання…</translation>
  </message>
  <message>
   <source>section below a heading</source>
   <translation>розділ під заголовком</translation>
  </message>
  <message>
   <source>stays {key}</source>
   <translation>лишається {key}</translation>
  </message>
  <message>
   <source>{key}, new</source>
   <translation>{key}, нова</translation>
  </message>
  <message>
   <source>{what} from</source>
   <translation>{what} зі стовпця</translation>
  </message>
  <message>
   <source>“{name}” is reserved; name the layer otherwise</source>
   <translation>«{name}» — зарезервована назва; назвіть шар інакше</translation>
  </message>
  <message>
   <source>“{text}” is no date; write it like 13 Feb 2031</source>
   <translation>«{text}» — не дата; напишіть так: 13 Feb 2031</translation>
  </message>
 </context>
 <context>
  <name>Initials</name>
  <message>
   <source>You label as {name}</source>
   <translation>Ви розмічаєте як {name}</translation>
  </message>
  <message>
   <source>You label as {name}. Change</source>
   <translation>Ви розмічаєте як {name}. Змінити</translation>
  </message>
 </context>
 <context>
  <name>JobLine</name>
  <message>
   <source>Stop</source>
   <translation>Зупинити</translation>
  </message>
  <message>
   <source>Stop; what is written stays</source>
   <translation>Зупинити; записане лишиться</translation>
  </message>
  <message>
   <source>{n} min left</source>
   <translation>ще {n} хв</translation>
  </message>
  <message>
   <source>{n} s left</source>
   <translation>ще {n} с</translation>
  </message>
  <message>
   <source>{what} {done} of {total}</source>
   <translation>{what}: {done} з {total}</translation>
  </message>
 </context>
 <context>
  <name>Jobs</name>
  <message>
   <source>Bringing text in</source>
   <translation>Додавання текстів</translation>
  </message>
  <message>
   <source>Copied to {name}.</source>
   <translation>Скопійовано до {name}.</translation>
  </message>
  <message>
   <source>Learning</source>
   <translation>Навчання</translation>
  </message>
  <message>
   <source>Open project</source>
   <translation>Відкрити проєкт</translation>
  </message>
  <message>
   <source>Projects (*.annotator)</source>
   <translation>Проєкти (*.annotator)</translation>
  </message>
  <message>
   <source>Saving a copy</source>
   <translation>Збереження копії</translation>
  </message>
  <message>
   <source>Something is at work still; learn when it has ended.</source>
   <translation>Ще триває інша робота; навчайте, коли вона закінчиться.</translation>
  </message>
  <message>
   <source>Stopped: nothing was brought in.</source>
   <translation>Зупинено: нічого не додано.</translation>
  </message>
  <message>
   <source>Stopped: nothing was learned.</source>
   <translation>Зупинено: нічого не навчено.</translation>
  </message>
  <message>
   <source>Suggesting</source>
   <translation>Пропозиції</translation>
  </message>
  <message>
   <source>The file as it was is kept as {name}.</source>
   <translation>Файл, яким він був, збережено як {name}.</translation>
  </message>
  <message>
   <source>{name} is copied as it is now.</source>
   <translation>{name} копіюється таким, яким є зараз.</translation>
  </message>
  <message>
   <source>{n} rejected and kept with the project</source>
   <translation>{n} відхилено й збережено в проєкті</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries} brought in</source>
   <translation>Додано {n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>{n} {n:span|spans} brought in for entries that were here already</source>
   <translation>{n} {n:фрагмент додано|фрагменти додано|фрагментів додано} до записів, які вже були тут</translation>
  </message>
  <message>
   <source>{n} {n:suggestion|suggestions} made.</source>
   <translation>Зроблено {n} {n:пропозицію|пропозиції|пропозицій}.</translation>
  </message>
 </context>
 <context>
  <name>Judging</name>
  <message>
   <source>Nothing is settled yet: settle a case first, then it can be an example.</source>
   <translation>Ще нічого не узгоджено: спершу узгодьте випадок, тоді він зможе стати прикладом.</translation>
  </message>
  <message>
   <source>Only what was settled and asks for another look can be kept.</source>
   <translation>Лишити можна тільки те, що узгоджено й потребує нового перегляду.</translation>
  </message>
  <message>
   <source>There is no reading {n} here.</source>
   <translation>Варіанта {n} тут немає.</translation>
  </message>
 </context>
 <context>
  <name>KeyEditor</name>
  <message>
   <source>&amp;Reset</source>
   <translation>&amp;Скинути</translation>
  </message>
  <message>
   <source>All commands have their usual keys.</source>
   <translation>Усі команди мають звичайні клавіші.</translation>
  </message>
  <message>
   <source>All keys are the usual ones</source>
   <translation>Усі клавіші звичайні</translation>
  </message>
  <message>
   <source>C&amp;hange</source>
   <translation>&amp;Змінити</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Commands and their keys</source>
   <translation>Команди та їхні клавіші</translation>
  </message>
  <message>
   <source>Enter changes, Del leaves without a key</source>
   <translation>Enter — змінити, Del — лишити без клавіші</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>Знайти команду</translation>
  </message>
  <message>
   <source>Keys of commands and labels</source>
   <translation>Клавіші команд і міток</translation>
  </message>
  <message>
   <source>Part of a command’s name, or a key</source>
   <translation>Частина назви команди або клавіша</translation>
  </message>
  <message>
   <source>Press the new key for {command}</source>
   <translation>Натисніть нову клавішу для «{command}»</translation>
  </message>
  <message>
   <source>Reset &amp;all</source>
   <translation>Скинути &amp;всі</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>змінено</translation>
  </message>
  <message>
   <source>keys {keys}</source>
   <translation>клавіші {keys}</translation>
  </message>
  <message>
   <source>no key</source>
   <translation>немає клавіші</translation>
  </message>
  <message>
   <source>{command}: {key}</source>
   <translation>{command}: {key}</translation>
  </message>
  <message>
   <source>{n} with keys of your own</source>
   <translation>{n} зі своїми клавішами</translation>
  </message>
 </context>
 <context>
  <name>KeySheet</name>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Every key can be changed: menu Project, Change keys…</source>
   <translation>Усі клавіші можна змінити: меню «Проєкт», «Змінити клавіші…»</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Клавіші</translation>
  </message>
 </context>
 <context>
  <name>LabelBars</name>
  <message>
   <source>Agreement by label</source>
   <translation>Узгодженість за мітками</translation>
  </message>
  <message>
   <source>undefined</source>
   <translation>не визначено</translation>
  </message>
 </context>
 <context>
  <name>LabelChips</name>
  <message>
   <source>and {n}</source>
   <translation>і ще {n}</translation>
  </message>
 </context>
 <context>
  <name>LabelKeys</name>
  <message>
   <source>Settle as {label}</source>
   <translation>Узгодити як {label}</translation>
  </message>
 </context>
 <context>
  <name>LabelList</name>
  <message>
   <source>Labels</source>
   <translation>Мітки</translation>
  </message>
  <message>
   <source>key {key}</source>
   <translation>клавіша {key}</translation>
  </message>
  <message>
   <source>{n} {n:span|spans}</source>
   <translation>{n} {n:фрагмент|фрагменти|фрагментів}</translation>
  </message>
 </context>
 <context>
  <name>LabelPopup</name>
  <message>
   <source>Label</source>
   <translation>Мітка</translation>
  </message>
  <message>
   <source>Label “{words}”</source>
   <translation>Мітка для «{words}»</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Мітки</translation>
  </message>
  <message>
   <source>No label is called so.</source>
   <translation>Мітки з такою назвою немає.</translation>
  </message>
  <message>
   <source>Part of a label’s name</source>
   <translation>Частина назви мітки</translation>
  </message>
  <message>
   <source>Which label?</source>
   <translation>Яка мітка?</translation>
  </message>
  <message>
   <source>key {key}</source>
   <translation>клавіша {key}</translation>
  </message>
  <message>
   <source>now</source>
   <translation>тепер</translation>
  </message>
 </context>
 <context>
  <name>LabelsPane</name>
  <message>
   <source>Focus a span to see the guideline of its label.</source>
   <translation>Перейдіть до фрагмента, щоб побачити настанову до його мітки.</translation>
  </message>
  <message>
   <source>Guideline</source>
   <translation>Настанова</translation>
  </message>
  <message>
   <source>Guideline: {label}</source>
   <translation>Настанова: {label}</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Мітки</translation>
  </message>
  <message>
   <source>Spans here</source>
   <translation>Фрагменти тут</translation>
  </message>
 </context>
 <context>
  <name>LaneView</name>
  <message>
   <source>Text with one lane for each annotator</source>
   <translation>Текст із доріжкою для кожного анотатора</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
 </context>
 <context>
  <name>Learned</name>
  <message>
   <source>After</source>
   <translation>Після</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>До</translation>
  </message>
  <message>
   <source>By how much was learned</source>
   <translation>Залежно від обсягу навчання</translation>
  </message>
  <message>
   <source>By label</source>
   <translation>За мітками</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>F1 by label, after</source>
   <translation>F1 за мітками, після</translation>
  </message>
  <message>
   <source>F1 of suggestions before and after</source>
   <translation>F1 пропозицій до і після</translation>
  </message>
  <message>
   <source>F1, edges and label right</source>
   <translation>F1, правильні межі й мітка</translation>
  </message>
  <message>
   <source>F1, relaxed</source>
   <translation>F1, нестрого</translation>
  </message>
  <message>
   <source>Learned nothing better</source>
   <translation>Кращого не навчено</translation>
  </message>
  <message>
   <source>Learned: better suggestions</source>
   <translation>Навчено: пропозиції кращі</translation>
  </message>
  <message>
   <source>Learning curve</source>
   <translation>Крива навчання</translation>
  </message>
  <message>
   <source>{f} before</source>
   <translation>{f} до</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries}</source>
   <translation>{n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries} held out</source>
   <translation>{n} {n:запис|записи|записів} відкладено</translation>
  </message>
  <message>
   <source>{n} {n:span|spans} learned from</source>
   <translation>{n} {n:фрагмент|фрагменти|фрагментів} для навчання</translation>
  </message>
 </context>
 <context>
  <name>ListPane</name>
  <message>
   <source>All</source>
   <translation>Усі</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>Усі види</translation>
  </message>
  <message>
   <source>All labels</source>
   <translation>Усі мітки</translation>
  </message>
  <message>
   <source>Disagreements</source>
   <translation>Розбіжності</translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Усі анотатори</translation>
  </message>
  <message>
   <source>Filter by label and person; order</source>
   <translation>Фільтр за міткою й людиною; порядок</translation>
  </message>
  <message>
   <source>In the order of the text</source>
   <translation>У порядку тексту</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Вид</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Мітка</translation>
  </message>
  <message>
   <source>More filters</source>
   <translation>Більше фільтрів</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Відкриті</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Порядок</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Людина</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Узгоджені</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Показати все</translation>
  </message>
  <message>
   <source>The costliest first</source>
   <translation>Найдорожчі спочатку</translation>
  </message>
  <message>
   <source>The most confusable first</source>
   <translation>Найплутаніші спочатку</translation>
  </message>
  <message>
   <source>The most frequent first</source>
   <translation>Найчастіші спочатку</translation>
  </message>
  <message numerus="yes">
   <source>{n} in %n entries</source>
   <translation>
    <numerusform>{n} у %n записі</numerusform>
    <numerusform>{n} у %n записах</numerusform>
    <numerusform>{n} у %n записах</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Lister</name>
  <message>
   <source>Bringing the entries into order…</source>
   <translation>Упорядкування записів…</translation>
  </message>
 </context>
 <context>
  <name>MentionList</name>
  <message>
   <source>Mentions</source>
   <translation>Згадки</translation>
  </message>
  <message>
   <source>Mentions that are not labelled alike</source>
   <translation>Згадки, розмічені по-різному</translation>
  </message>
  <message>
   <source>not ticked</source>
   <translation>не позначено</translation>
  </message>
  <message>
   <source>ticked</source>
   <translation>позначено</translation>
  </message>
  <message>
   <source>{n} without a label</source>
   <translation>{n} без мітки</translation>
  </message>
 </context>
 <context>
  <name>MergeInto</name>
  <message>
   <source>Merge</source>
   <translation>Злити</translation>
  </message>
  <message>
   <source>Merge {label} into</source>
   <translation>Злити {label} з</translation>
  </message>
  <message>
   <source>Merge {n}</source>
   <translation>Злити {n}</translation>
  </message>
  <message>
   <source>Over all layers; {new} then has {n}. One undo parts them again</source>
   <translation>У всіх шарах; {new} тоді матиме {n}. Одне скасування знову їх розділить</translation>
  </message>
  <message>
   <source>There is no other label to merge into</source>
   <translation>Немає іншої мітки, з якою злити</translation>
  </message>
  <message>
   <source>{n} of {old} will be {new}</source>
   <translation>{n} {old} {n:стане|стануть|стануть} {new}</translation>
  </message>
 </context>
 <context>
  <name>NeighbourView</name>
  <message>
   <source>Next entry</source>
   <translation>Наступний запис</translation>
  </message>
  <message>
   <source>Previous entry</source>
   <translation>Попередній запис</translation>
  </message>
 </context>
 <context>
  <name>NewLabel</name>
  <message>
   <source>&amp;Name in files and on tags</source>
   <translation>&amp;Назва у файлах і під фрагментами</translation>
  </message>
  <message>
   <source>Add label</source>
   <translation>Додати мітку</translation>
  </message>
  <message>
   <source>Add {label}</source>
   <translation>Додати {label}</translation>
  </message>
  <message>
   <source>Gets the next free key and colour</source>
   <translation>Дістане наступну вільну клавішу й колір</translation>
  </message>
  <message>
   <source>Letters, digits, _ and -, for example VESSEL.</source>
   <translation>Літери, цифри, _ та -, наприклад VESSEL.</translation>
  </message>
  <message>
   <source>New label</source>
   <translation>Нова мітка</translation>
  </message>
 </context>
 <context>
  <name>NewProject</name>
  <message>
   <source>&amp;Folder</source>
   <translation>&amp;Тека</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>&amp;Назва</translation>
  </message>
  <message>
   <source>&amp;Scheme</source>
   <translation>&amp;Схема</translation>
  </message>
  <message>
   <source>A name of a file cannot hold {what} there; leave it out.</source>
   <translation>Назва файлу не може містити {what}; приберіть це.</translation>
  </message>
  <message>
   <source>A project is one file that holds everything</source>
   <translation>Проєкт — це один файл, у якому є все</translation>
  </message>
  <message>
   <source>A scheme of your own (TOML file)…</source>
   <translation>Власна схема (файл TOML)…</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Вибрати…</translation>
  </message>
  <message>
   <source>Create project</source>
   <translation>Створити проєкт</translation>
  </message>
  <message>
   <source>Fl&amp;at: no two spans share a word. Most formats want this.</source>
   <translation>&amp;Пласка: жодні два фрагменти не мають спільного слова. Так хоче більшість форматів.</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Тека</translation>
  </message>
  <message>
   <source>Folder of the project</source>
   <translation>Тека проєкту</translation>
  </message>
  <message>
   <source>Harbour strike 2031</source>
   <translation>Страйк у порту 2031</translation>
  </message>
  <message>
   <source>Nes&amp;ted: a span may lie inside another (“Port of Lindenau”).</source>
   <translation>&amp;Вкладена: фрагмент може лежати в іншому («Порт Лінденау»).</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>Новий проєкт</translation>
  </message>
  <message>
   <source>Scheme</source>
   <translation>Схема</translation>
  </message>
  <message>
   <source>Schemes (*.toml)</source>
   <translation>Схеми (*.toml)</translation>
  </message>
  <message>
   <source>Spans</source>
   <translation>Фрагменти</translation>
  </message>
  <message>
   <source>There is no folder {folder}; choose one that exists.</source>
   <translation>Теки {folder} немає; виберіть наявну.</translation>
  </message>
  <message>
   <source>You may not write into {folder}; choose another one.</source>
   <translation>Вам не можна писати до {folder}; виберіть іншу теку.</translation>
  </message>
  <message>
   <source>in {folder}</source>
   <translation>у {folder}</translation>
  </message>
  <message>
   <source>{name} is there already; choose another name, or open it.</source>
   <translation>{name} уже є; виберіть іншу назву або відкрийте його.</translation>
  </message>
  <message>
   <source>{name}, {n} {n:label|labels}</source>
   <translation>{name}, {n} {n:мітка|мітки|міток}</translation>
  </message>
 </context>
 <context>
  <name>Outcome</name>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Exported</source>
   <translation>Експортовано</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Відкрити теку</translation>
  </message>
  <message>
   <source>Read back and found the same</source>
   <translation>Прочитано знову, усе збігається</translation>
  </message>
  <message>
   <source>entries</source>
   <translation>записів</translation>
  </message>
  <message>
   <source>exported</source>
   <translation>експортовано</translation>
  </message>
  <message>
   <source>in {folder}</source>
   <translation>у {folder}</translation>
  </message>
  <message>
   <source>listed in the card</source>
   <translation>названо в паспорті</translation>
  </message>
  <message>
   <source>spans stored</source>
   <translation>фрагментів збережено</translation>
  </message>
 </context>
 <context>
  <name>OutlookPane</name>
  <message>
   <source>Listed: {listed}.</source>
   <translation>Перелічено: {listed}.</translation>
  </message>
  <message>
   <source>Looking at what would be written…</source>
   <translation>Перегляд того, що буде записано…</translation>
  </message>
  <message>
   <source>Not done, so left out: {n}.</source>
   <translation>Не завершено, тому не ввійшло: {n}.</translation>
  </message>
  <message>
   <source>One entry is written.</source>
   <translation>Буде записано один запис.</translation>
  </message>
  <message>
   <source>Only practised on, so left out: {n}.</source>
   <translation>Лише вправи, тому не ввійшло: {n}.</translation>
  </message>
  <message>
   <source>What cannot be held</source>
   <translation>Чого не можна передати</translation>
  </message>
  <message>
   <source>cannot be held</source>
   <translation>не можна передати</translation>
  </message>
  <message>
   <source>exported</source>
   <translation>експортовано</translation>
  </message>
  <message>
   <source>spans stored</source>
   <translation>фрагментів збережено</translation>
  </message>
  <message>
   <source>{kind}, in “{entry}”</source>
   <translation>{kind}, у записі «{entry}»</translation>
  </message>
  <message>
   <source>{n} entries are written.</source>
   <translation>Буде записано {n} {n:запис|записи|записів}.</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>Команди</translation>
  </message>
  <message>
   <source>No command is called so.</source>
   <translation>Команди з такою назвою немає.</translation>
  </message>
  <message>
   <source>Part of a command’s name</source>
   <translation>Частина назви команди</translation>
  </message>
  <message>
   <source>What do you want to do?</source>
   <translation>Що ви хочете зробити?</translation>
  </message>
  <message>
   <source>key {key}</source>
   <translation>клавіша {key}</translation>
  </message>
 </context>
 <context>
  <name>PracticeFeedback</name>
  <message>
   <source>F1</source>
   <translation>F1</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Знайдено</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Далі</translation>
  </message>
  <message>
   <source>How much was right</source>
   <translation>Скільки було правильно</translation>
  </message>
  <message>
   <source>Practice is over</source>
   <translation>Вправи закінчено</translation>
  </message>
  <message>
   <source>Practice: all of it is right</source>
   <translation>Вправа: усе правильно</translation>
  </message>
  <message>
   <source>Practice: this is otherwise</source>
   <translation>Вправа: тут інакше</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Правильно</translation>
  </message>
  <message>
   <source>The first time counts; you can correct the entry to learn from it</source>
   <translation>Рахується перший раз; запис можна виправити, щоб навчитися</translation>
  </message>
  <message>
   <source>What is otherwise</source>
   <translation>Що інакше</translation>
  </message>
  <message>
   <source>edges and label right</source>
   <translation>межі й мітка правильні</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>нічого</translation>
  </message>
  <message>
   <source>of the spans that are right</source>
   <translation>із правильних фрагментів</translation>
  </message>
  <message>
   <source>of the spans you marked</source>
   <translation>із фрагментів, які ви позначили</translation>
  </message>
  <message>
   <source>you: {own}  ·  right: {right}</source>
   <translation>ви: {own}  ·  правильно: {right}</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} з {all}</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries} left to practise on</source>
   <translation>для вправ {n:лишився|лишилися|лишилося} {n} {n:запис|записи|записів}</translation>
  </message>
 </context>
 <context>
  <name>Practising</name>
  <message>
   <source>This entry is not one to practise on.</source>
   <translation>Цей запис не для вправ.</translation>
  </message>
  <message>
   <source>What is right here is not in this file.</source>
   <translation>Того, що тут правильно, у цьому файлі немає.</translation>
  </message>
 </context>
 <context>
  <name>Problem</name>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Подробиці</translation>
  </message>
  <message>
   <source>Hide details</source>
   <translation>Сховати подробиці</translation>
  </message>
  <message>
   <source>Save problem report</source>
   <translation>Зберегти звіт про помилку</translation>
  </message>
  <message>
   <source>Save problem report…</source>
   <translation>Зберегти звіт про помилку…</translation>
  </message>
  <message>
   <source>Saved as {path}. It holds no text of the corpus.</source>
   <translation>Збережено як {path}. Тексту корпусу там немає.</translation>
  </message>
  <message>
   <source>Show details</source>
   <translation>Показати подробиці</translation>
  </message>
  <message>
   <source>Something happened that nobody foresaw ({kind}). Save a problem report and send it to us; you can go on working.</source>
   <translation>Сталося щось, чого ніхто не передбачив ({kind}). Збережіть звіт про помилку й надішліть його нам; працювати можна далі.</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>Текст (*.txt)</translation>
  </message>
  <message>
   <source>The computer would not do it</source>
   <translation>Комп’ютер цього не зробив</translation>
  </message>
  <message>
   <source>The program made a mistake</source>
   <translation>Програма помилилася</translation>
  </message>
  <message>
   <source>This cannot be done</source>
   <translation>Цього зробити не можна</translation>
  </message>
  <message>
   <source>What was saved stays saved</source>
   <translation>Що збережено, те збережено</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Besides: {what}.</source>
   <translation>Крім того: {what}.</translation>
  </message>
  <message>
   <source>Entries done</source>
   <translation>Готові записи</translation>
  </message>
  <message>
   <source>Everyone</source>
   <translation>Усі</translation>
  </message>
  <message>
   <source>Keys per span</source>
   <translation>Натискань на фрагмент</translation>
  </message>
  <message>
   <source>Seconds per entry</source>
   <translation>Секунд на запис</translation>
  </message>
  <message>
   <source>Seconds per span</source>
   <translation>Секунд на фрагмент</translation>
  </message>
  <message>
   <source>Time at work</source>
   <translation>Час роботи</translation>
  </message>
  <message>
   <source>begun</source>
   <translation>розпочато</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>вручну</translation>
  </message>
  <message>
   <source>done</source>
   <translation>готово</translation>
  </message>
  <message>
   <source>flagged</source>
   <translation>з прапорцем</translation>
  </message>
  <message>
   <source>fresh</source>
   <translation>не розпочато</translation>
  </message>
  <message>
   <source>of {n}</source>
   <translation>з {n}</translation>
  </message>
  <message>
   <source>of {n} in {m} layers</source>
   <translation>з {n} у {m} {m:шарі|шарах|шарах}</translation>
  </message>
  <message>
   <source>relabelling, moving and removing</source>
   <translation>зміна мітки, меж і вилучення</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>пропущено</translation>
  </message>
  <message>
   <source>states, flags and comments</source>
   <translation>стани, прапорці та коментарі</translation>
  </message>
  <message>
   <source>what was undone</source>
   <translation>скасоване</translation>
  </message>
  <message>
   <source>without pauses</source>
   <translation>без перерв</translation>
  </message>
  <message>
   <source>{h} h {m}</source>
   <translation>{h} год {m}</translation>
  </message>
  <message>
   <source>{n} min</source>
   <translation>{n} хв</translation>
  </message>
  <message>
   <source>{n} s</source>
   <translation>{n} с</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries} decided on</source>
   <translation>{n} {n:запис|записи|записів} із рішеннями</translation>
  </message>
  <message>
   <source>{n} {n:key|keys} in all</source>
   <translation>{n} {n:натискання|натискання|натискань} загалом</translation>
  </message>
  <message>
   <source>{n} {n:span|spans} settled</source>
   <translation>{n} {n:фрагмент|фрагменти|фрагментів} із рішенням</translation>
  </message>
  <message>
   <source>{n}, {p} % accepted</source>
   <translation>{n}, прийнято {p} %</translation>
  </message>
  <message>
   <source>{s} s, {k} keys</source>
   <translation>{s} с, {k} натискання</translation>
  </message>
 </context>
 <context>
  <name>ProgressDialog</name>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Entries by state</source>
   <translation>Записи за станом</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Показники</translation>
  </message>
  <message>
   <source>Keys and seconds are counted while you label; pauses over a minute are left out</source>
   <translation>Натискання й секунди рахуються, доки ви розмічаєте; перерви понад хвилину не враховано</translation>
  </message>
  <message>
   <source>Nothing was decided yet. Accept a suggestion or label a span: what it costs is counted here.</source>
   <translation>Рішень ще немає. Прийміть пропозицію або розмітьте фрагмент: скільки це коштує, буде видно тут.</translation>
  </message>
  <message>
   <source>Over time</source>
   <translation>У часі</translation>
  </message>
  <message>
   <source>Plots</source>
   <translation>Графіки</translation>
  </message>
  <message>
   <source>Progress and cost</source>
   <translation>Перебіг і витрати</translation>
  </message>
  <message>
   <source>Reading the log…</source>
   <translation>Читання журналу…</translation>
  </message>
  <message>
   <source>Seconds per span, by what suggested it</source>
   <translation>Секунд на фрагмент, за джерелом пропозиції</translation>
  </message>
  <message>
   <source>Spans by label</source>
   <translation>Фрагменти за мітками</translation>
  </message>
  <message>
   <source>Spans by label; seconds each at the right</source>
   <translation>Фрагменти за мітками; праворуч секунд на кожен</translation>
  </message>
  <message>
   <source>Spans by {unit} (columns) and seconds per span (line)</source>
   <translation>Фрагменти, {unit} (стовпці), і секунд на фрагмент (лінія)</translation>
  </message>
  <message>
   <source>day, UTC</source>
   <translation>за днями, UTC</translation>
  </message>
  <message>
   <source>hour</source>
   <translation>за годинами</translation>
  </message>
 </context>
 <context>
  <name>QuestionList</name>
  <message>
   <source>Disagreements</source>
   <translation>Розбіжності</translation>
  </message>
  <message>
   <source>look again</source>
   <translation>перегляньте знову</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
 </context>
 <context>
  <name>QuestionModel</name>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
  <message>
   <source>open</source>
   <translation>не узгоджено</translation>
  </message>
  <message>
   <source>settled</source>
   <translation>узгоджено</translation>
  </message>
  <message>
   <source>settled, look again</source>
   <translation>узгоджено, перегляньте знову</translation>
  </message>
 </context>
 <context>
  <name>ReadingColumn</name>
  <message>
   <source>Text of the entry</source>
   <translation>Текст запису</translation>
  </message>
 </context>
 <context>
  <name>RecentList</name>
  <message>
   <source>Recent projects</source>
   <translation>Недавні проєкти</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>не знайдено</translation>
  </message>
  <message>
   <source>{done} of {total} done</source>
   <translation>{done} з {total} готово</translation>
  </message>
 </context>
 <context>
  <name>RuleChoice</name>
  <message>
   <source>&amp;Annotator</source>
   <translation>&amp;Анотатор</translation>
  </message>
  <message>
   <source>&amp;Rule</source>
   <translation>&amp;Правило</translation>
  </message>
  <message>
   <source>Majority: the reading that more have than any other</source>
   <translation>Більшість: варіант, який має більше людей, ніж будь-який інший</translation>
  </message>
  <message>
   <source>One annotator’s readings</source>
   <translation>Варіанти одного анотатора</translation>
  </message>
  <message>
   <source>One undo takes all of it back</source>
   <translation>Одне скасування поверне все назад</translation>
  </message>
  <message>
   <source>Strict majority: the reading of more than half</source>
   <translation>Абсолютна більшість: варіант понад половини</translation>
  </message>
  <message>
   <source>Take</source>
   <translation>Узяти</translation>
  </message>
  <message>
   <source>Take the agreed parts by a rule</source>
   <translation>Узяти узгоджені частини за правилом</translation>
  </message>
  <message>
   <source>Take {n} places</source>
   <translation>Узяти {n} {n:місце|місця|місць}</translation>
  </message>
  <message>
   <source>Unanimous: what all have marked alike</source>
   <translation>Одностайно: те, що всі позначили однаково</translation>
  </message>
  <message>
   <source>{n} will be finished, {open} left open</source>
   <translation>{n} буде закінчено, {open} лишиться відкритими</translation>
  </message>
  <message>
   <source>{same} that all have marked alike, {rule} by this rule.</source>
   <translation>{same}, що всі позначили однаково, {rule} за цим правилом.</translation>
  </message>
 </context>
 <context>
  <name>SchemeEditor</name>
  <message>
   <source> and </source>
   <translation> і </translation>
  </message>
  <message>
   <source>&amp;Add…</source>
   <translation>&amp;Додати…</translation>
  </message>
  <message>
   <source>&amp;Bring back</source>
   <translation>Поверну&amp;ти</translation>
  </message>
  <message>
   <source>&amp;Colour</source>
   <translation>&amp;Колір</translation>
  </message>
  <message>
   <source>&amp;Guideline…</source>
   <translation>&amp;Настанова…</translation>
  </message>
  <message>
   <source>&amp;Key</source>
   <translation>Клав&amp;іша</translation>
  </message>
  <message>
   <source>&amp;Merge into…</source>
   <translation>&amp;Злити з…</translation>
  </message>
  <message>
   <source>&amp;Name in files, on tags</source>
   <translation>Назва у &amp;файлах, під фрагментами</translation>
  </message>
  <message>
   <source>&amp;Retire</source>
   <translation>&amp;Вивести з ужитку</translation>
  </message>
  <message>
   <source>&amp;Split…</source>
   <translation>&amp;Розділити…</translation>
  </message>
  <message>
   <source>&amp;Take in…</source>
   <translation>&amp;Узяти з файлу…</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Скасувати</translation>
  </message>
  <message>
   <source>, {n} retired</source>
   <translation>, {n} виведено з ужитку</translation>
  </message>
  <message>
   <source>. Nothing is lost: undo changes it back.</source>
   <translation>. Нічого не втрачено: скасування поверне все.</translation>
  </message>
  <message>
   <source>Again: {step}.</source>
   <translation>Повторено: {step}.</translation>
  </message>
  <message>
   <source>Alt+Up and Alt+Down order, Ins adds, Del retires</source>
   <translation>Alt+↑ та Alt+↓ змінюють порядок, Ins додає, Del виводить з ужитку</translation>
  </message>
  <message>
   <source>Changing the rule</source>
   <translation>Зміна правила</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>E&amp;xport…</source>
   <translation>&amp;Експорт…</translation>
  </message>
  <message>
   <source>Every entry is gone over once; labelling waits until it is done.</source>
   <translation>Кожен запис переглядається один раз; розмітка чекає, доки це закінчиться.</translation>
  </message>
  <message>
   <source>Flat</source>
   <translation>Пласка</translation>
  </message>
  <message>
   <source>Flat: no two spans share text.</source>
   <translation>Пласка: жодні два фрагменти не мають спільного тексту.</translation>
  </message>
  <message>
   <source>Guideline written.</source>
   <translation>Настанову записано.</translation>
  </message>
  <message>
   <source>In &amp;words</source>
   <translation>&amp;Повна назва</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Мітки</translation>
  </message>
  <message>
   <source>Merging {label}</source>
   <translation>Злиття {label}</translation>
  </message>
  <message>
   <source>Name on tint: {light} to 1 when light, {dark} to 1 when dark; 4.5 is enough to read.</source>
   <translation>Назва на тлі: {light} до 1 у світлій темі, {dark} до 1 у темній; для читання досить 4,5.</translation>
  </message>
  <message>
   <source>Nested</source>
   <translation>Вкладена</translation>
  </message>
  <message>
   <source>Nested: a span may hold another one.</source>
   <translation>Вкладена: фрагмент може містити інший.</translation>
  </message>
  <message>
   <source>No span is touched</source>
   <translation>Жодного фрагмента це не зачіпає</translation>
  </message>
  <message>
   <source>Re&amp;do</source>
   <translation>Повт&amp;орити</translation>
  </message>
  <message>
   <source>Redo: {step}</source>
   <translation>Повторити: {step}</translation>
  </message>
  <message>
   <source>Save the scheme</source>
   <translation>Зберегти схему</translation>
  </message>
  <message>
   <source>Scheme</source>
   <translation>Схема</translation>
  </message>
  <message>
   <source>Schemes (*.toml)</source>
   <translation>Схеми (*.toml)</translation>
  </message>
  <message>
   <source>Spans of one &amp;layer</source>
   <translation>Фрагменти одного &amp;шару</translation>
  </message>
  <message>
   <source>Splitting {label}</source>
   <translation>Розділення {label}</translation>
  </message>
  <message>
   <source>Stopped: nothing changed.</source>
   <translation>Зупинено: нічого не змінено.</translation>
  </message>
  <message>
   <source>The key {key} belongs to a command of the window, so {label} cannot have it.</source>
   <translation>Клавіша {key} належить команді вікна, тож {label} не може її мати.</translation>
  </message>
  <message>
   <source>The project is open to look only</source>
   <translation>Проєкт відкрито лише для перегляду</translation>
  </message>
  <message>
   <source>Undo: {step}</source>
   <translation>Скасувати: {step}</translation>
  </message>
  <message>
   <source>Undone: {step}.</source>
   <translation>Скасовано: {step}.</translation>
  </message>
  <message>
   <source>Written to {name}.</source>
   <translation>Записано до {name}.</translation>
  </message>
  <message>
   <source>{label} added.</source>
   <translation>Мітку {label} додано.</translation>
  </message>
  <message>
   <source>{label} can be given again.</source>
   <translation>Мітку {label} знову можна ставити.</translation>
  </message>
  <message>
   <source>{label} changed.</source>
   <translation>Мітку {label} змінено.</translation>
  </message>
  <message>
   <source>{label} is retired; its {n} stay.</source>
   <translation>Мітку {label} виведено з ужитку; {n} {n:лишається|лишаються|лишаються}.</translation>
  </message>
  <message>
   <source>{label} is {colour} now.</source>
   <translation>Колір мітки {label} тепер: {colour}.</translation>
  </message>
  <message>
   <source>{n} came into sight</source>
   <translation>{n} {n:стане видимим|стануть видимими|стануть видимими}</translation>
  </message>
  <message>
   <source>{n} of {label} merged. Undo parts them again.</source>
   <translation>Мітку {label} злито ({n}). Скасування знову розділить.</translation>
  </message>
  <message>
   <source>{n} went out of sight</source>
   <translation>{n} {n:перестане бути видимим|перестануть бути видимими|перестануть бути видимими}</translation>
  </message>
  <message>
   <source>{n} {n:label|labels}</source>
   <translation>{n} {n:мітка|мітки|міток}</translation>
  </message>
  <message>
   <source>{what}, every change is kept</source>
   <translation>{what}, кожна зміна зберігається</translation>
  </message>
 </context>
 <context>
  <name>SchemeList</name>
  <message>
   <source>Labels</source>
   <translation>Мітки</translation>
  </message>
  <message>
   <source>key {key}</source>
   <translation>клавіша {key}</translation>
  </message>
  <message>
   <source>retired</source>
   <translation>виведено з ужитку</translation>
  </message>
 </context>
 <context>
  <name>Session</name>
  <message>
   <source>This window can look only, so nothing was decided.</source>
   <translation>Це вікно лише для перегляду, тож нічого не вирішено.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>&amp;Font of the text</source>
   <translation>&amp;Шрифт тексту</translation>
  </message>
  <message>
   <source>&amp;Language</source>
   <translation>&amp;Мова</translation>
  </message>
  <message>
   <source>&amp;Order of entries</source>
   <translation>П&amp;орядок записів</translation>
  </message>
  <message>
   <source>&amp;Size of the text</source>
   <translation>&amp;Розмір тексту</translation>
  </message>
  <message>
   <source>&amp;Tags under spans</source>
   <translation>Мітки &amp;під фрагментами</translation>
  </message>
  <message>
   <source>&amp;Usual settings</source>
   <translation>&amp;Звичайні налаштування</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>Завжди</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Як у системі</translation>
  </message>
  <message>
   <source>As the window</source>
   <translation>Як у вікні</translation>
  </message>
  <message>
   <source>As they are read</source>
   <translation>Як у тексті</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Темна</translation>
  </message>
  <message>
   <source>Every other choice holds at once</source>
   <translation>Кожен інший вибір діє одразу</translation>
  </message>
  <message>
   <source>Focused span</source>
   <translation>Фрагмент у фокусі</translation>
  </message>
  <message>
   <source>Holds from the next start of the program on.</source>
   <translation>Діє з наступного запуску програми.</translation>
  </message>
  <message>
   <source>Least certain first</source>
   <translation>Найменш певні спочатку</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Світла</translation>
  </message>
  <message>
   <source>Light or &amp;dark</source>
   <translation>Світла чи &amp;темна</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Ніколи</translation>
  </message>
  <message>
   <source>Order of su&amp;ggestions</source>
   <translation>Порядок пропози&amp;цій</translation>
  </message>
  <message>
   <source>Serif</source>
   <translation>Із зарубками</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Налаштування</translation>
  </message>
  <message>
   <source>Size of the text</source>
   <translation>Розмір тексту</translation>
  </message>
  <message>
   <source>The most alike together</source>
   <translation>Найподібніші разом</translation>
  </message>
  <message>
   <source>The most uncertain first</source>
   <translation>Найнепевніші спочатку</translation>
  </message>
  <message>
   <source>The tug waits off Cape Merrow.</source>
   <translation>Буксир чекає біля мису Мероу.</translation>
  </message>
  <message>
   <source>Where Tab and Enter go next within an entry.</source>
   <translation>Куди в межах запису ведуть Tab і Enter.</translation>
  </message>
  <message>
   <source>Which entry the list shows next.</source>
   <translation>Який запис у списку наступний.</translation>
  </message>
  <message>
   <source>Without tags the lines stand closer; the list at the right names every span.</source>
   <translation>Без міток рядки щільніші; кожен фрагмент названо у списку праворуч.</translation>
  </message>
  <message>
   <source>{n} pixels</source>
   <translation>{n} {n:піксель|пікселі|пікселів}</translation>
  </message>
 </context>
 <context>
  <name>SidePane</name>
  <message>
   <source> and </source>
   <translation> і </translation>
  </message>
  <message>
   <source>*The guideline of the labels in question stands here.*</source>
   <translation>*Тут стоїть настанова до міток, про які йдеться.*</translation>
  </message>
  <message>
   <source>By kind</source>
   <translation>За видами</translation>
  </message>
  <message>
   <source>Guideline</source>
   <translation>Настанова</translation>
  </message>
  <message>
   <source>Guideline: {labels}</source>
   <translation>Настанова: {labels}</translation>
  </message>
  <message>
   <source>Notes on this</source>
   <translation>Зауваги до цього</translation>
  </message>
  <message>
   <source>Nothing settled yet</source>
   <translation>Ще нічого не узгоджено</translation>
  </message>
  <message>
   <source>Settled just now</source>
   <translation>Щойно узгоджено</translation>
  </message>
 </context>
 <context>
  <name>SourceHead</name>
  <message>
   <source>Dates</source>
   <translation>Дати</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Записи</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Файл</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Формат</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Стан</translation>
  </message>
 </context>
 <context>
  <name>SourceList</name>
  <message>
   <source>Sources</source>
   <translation>Джерела</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries}</source>
   <translation>{n} {n:запис|записи|записів}</translation>
  </message>
 </context>
 <context>
  <name>Sources</name>
  <message>
   <source> and </source>
   <translation> і </translation>
  </message>
  <message>
   <source>&amp;Hide</source>
   <translation>&amp;Сховати</translation>
  </message>
  <message>
   <source>&amp;Restore</source>
   <translation>Від&amp;новити</translation>
  </message>
  <message>
   <source>&amp;Withdraw…</source>
   <translation>Від&amp;кликати…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Counting what it touches…</source>
   <translation>Підраховується, чого це торкнеться…</translation>
  </message>
  <message>
   <source>Hiding {name}</source>
   <translation>Приховується {name}</translation>
  </message>
  <message>
   <source>Kept as source</source>
   <translation>Лишено як джерело</translation>
  </message>
  <message>
   <source>No file has come in yet. Bring text in with the command of that name.</source>
   <translation>Ще не додано жодного файлу. Додайте тексти однойменною командою.</translation>
  </message>
  <message>
   <source>None is deleted</source>
   <translation>Нічого не вилучається</translation>
  </message>
  <message>
   <source>None of it is deleted.</source>
   <translation>Нічого не видаляється.</translation>
  </message>
  <message>
   <source>None of it is deleted: the entries go out of sight, the decisions on them stay in the log. Restore, in the list of sources, brings all back as it was. Undo does not: an import is withdrawn and restored.</source>
   <translation>Нічого не вилучається: записи зникають з очей, рішення щодо них лишаються в журналі. «Відновити» у списку джерел поверне все, як було. Скасування — ні: імпорт відкликають і відновлюють.</translation>
  </message>
  <message>
   <source>Nothing of it was deleted</source>
   <translation>Нічого з нього не вилучено</translation>
  </message>
  <message>
   <source>Nothing was repaired, rejected or kept as source.</source>
   <translation>Нічого не виправлено, не відхилено й не лишено як джерело.</translation>
  </message>
  <message>
   <source>One entry goes out of sight</source>
   <translation>Один запис зникне з очей</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Відхилено</translation>
  </message>
  <message>
   <source>Repaired</source>
   <translation>Виправлено</translation>
  </message>
  <message>
   <source>Restore brings this import back as it was</source>
   <translation>«Відновити» поверне цей імпорт таким, яким він був</translation>
  </message>
  <message>
   <source>Restoring {name}</source>
   <translation>Відновлюється {name}</translation>
  </message>
  <message>
   <source>S&amp;how</source>
   <translation>&amp;Показати</translation>
  </message>
  <message>
   <source>Show brings the entries back into the list</source>
   <translation>«Показати» поверне записи до списку</translation>
  </message>
  <message>
   <source>Showing {name}</source>
   <translation>Показується {name}</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Джерела</translation>
  </message>
  <message>
   <source>Stopped: nothing was changed.</source>
   <translation>Зупинено: нічого не змінено.</translation>
  </message>
  <message>
   <source>The first {n} are shown; all are kept with the project.</source>
   <translation>Показано {n:перший|перші|перші} {n}; усі збережено в проєкті.</translation>
  </message>
  <message>
   <source>The project is open to look only</source>
   <translation>Проєкт відкрито лише для перегляду</translation>
  </message>
  <message>
   <source>Withdraw one entry</source>
   <translation>Відкликати один запис</translation>
  </message>
  <message>
   <source>Withdraw {name}?</source>
   <translation>Відкликати {name}?</translation>
  </message>
  <message>
   <source>Withdraw {n} entries</source>
   <translation>Відкликати {n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>Withdrawing {name}</source>
   <translation>Відкликається {name}</translation>
  </message>
  <message>
   <source>as the file gives them</source>
   <translation>як у файлі</translation>
  </message>
  <message>
   <source>here before</source>
   <translation>були раніше</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>сховано</translation>
  </message>
  <message>
   <source>in force</source>
   <translation>чинне</translation>
  </message>
  <message>
   <source>kept as source</source>
   <translation>лишено як джерело</translation>
  </message>
  <message>
   <source>one decision of {people}</source>
   <translation>одне рішення ({people})</translation>
  </message>
  <message>
   <source>read</source>
   <translation>прочитано</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>відхилено</translation>
  </message>
  <message>
   <source>repaired</source>
   <translation>виправлено</translation>
  </message>
  <message>
   <source>spans</source>
   <translation>фрагменти</translation>
  </message>
  <message>
   <source>taken</source>
   <translation>узято</translation>
  </message>
  <message>
   <source>when hidden or withdrawn; none is deleted, and Show or Restore brings all back</source>
   <translation>якщо сховати чи відкликати; нічого не вилучається, «Показати» чи «Відновити» поверне все</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>відкликано</translation>
  </message>
  <message>
   <source>{entries}, and with them {decisions}</source>
   <translation>{entries}, а з ними {decisions}</translation>
  </message>
  <message>
   <source>{first} and {n} others</source>
   <translation>{first} та ще {n}</translation>
  </message>
  <message>
   <source>{n} decisions of {people}</source>
   <translation>{n} {n:рішення|рішення|рішень} ({people})</translation>
  </message>
  <message>
   <source>{n} entries go out of sight</source>
   <translation>{n} {n:запис зникне|записи зникнуть|записів зникнуть} з очей</translation>
  </message>
 </context>
 <context>
  <name>SpanTable</name>
  <message>
   <source>Spans of the entry</source>
   <translation>Фрагменти запису</translation>
  </message>
  <message>
   <source>{text}, {label}, confirmed</source>
   <translation>{text}, {label}, підтверджено</translation>
  </message>
  <message>
   <source>{text}, {label}, suggested</source>
   <translation>{text}, {label}, запропоновано</translation>
  </message>
  <message>
   <source>{text}, {label}, suggested with {score}</source>
   <translation>{text}, {label}, запропоновано з оцінкою {score}</translation>
  </message>
 </context>
 <context>
  <name>SpanView</name>
  <message>
   <source>Drag to move this edge; with Alt by character</source>
   <translation>Перетягніть, щоб зсунути межу; з Alt — на символ</translation>
  </message>
 </context>
 <context>
  <name>Speaker</name>
  <message>
   <source>Again: {step}</source>
   <translation>Повторено: {step}</translation>
  </message>
  <message>
   <source>Entry done, next: {title}</source>
   <translation>Запис готовий, далі: {title}</translation>
  </message>
  <message>
   <source>Entry skipped, next: {title}</source>
   <translation>Запис пропущено, далі: {title}</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Збережено</translation>
  </message>
  <message>
   <source>Undone: {step}</source>
   <translation>Скасовано: {step}</translation>
  </message>
  <message>
   <source>{label} accepted: {words}</source>
   <translation>{label} прийнято: {words}</translation>
  </message>
  <message>
   <source>{label} given: {words}</source>
   <translation>{label} поставлено: {words}</translation>
  </message>
  <message>
   <source>{label} gone: {words}</source>
   <translation>{label} зникло: {words}</translation>
  </message>
  <message>
   <source>{label} moved: {words}</source>
   <translation>{label} зсунуто: {words}</translation>
  </message>
  <message>
   <source>{label} removed: {words}</source>
   <translation>{label} вилучено: {words}</translation>
  </message>
  <message>
   <source>{n} changed here</source>
   <translation>змінено тут: {n}</translation>
  </message>
  <message>
   <source>{words} is {label} now</source>
   <translation>{words} тепер {label}</translation>
  </message>
  <message>
   <source>{words}, {label} suggested</source>
   <translation>{words}, {label}, запропоновано</translation>
  </message>
  <message>
   <source>{words}, {label}, yours</source>
   <translation>{words}, {label}, ваше</translation>
  </message>
 </context>
 <context>
  <name>Split</name>
  <message>
   <source>&amp;Mentions that belong to it</source>
   <translation>&amp;Згадки, що належать до неї</translation>
  </message>
  <message>
   <source>&amp;Name of the new label, in files and on tags</source>
   <translation>&amp;Назва нової мітки у файлах і під фрагментами</translation>
  </message>
  <message>
   <source>Mentions</source>
   <translation>Згадки</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Перенести</translation>
  </message>
  <message>
   <source>Move {n}</source>
   <translation>Перенести {n}</translation>
  </message>
  <message>
   <source>One undo takes all of it back</source>
   <translation>Одне скасування поверне все назад</translation>
  </message>
  <message>
   <source>Space ticks a mention, Ctrl+A all or none. Your own layer only.</source>
   <translation>Пробіл позначає згадку, Ctrl+A — усі або жодної. Лише ваш шар.</translation>
  </message>
  <message>
   <source>Split {label}</source>
   <translation>Розділити {label}</translation>
  </message>
  <message>
   <source>Tick the mentions that belong to the new label</source>
   <translation>Позначте згадки, що належать до нової мітки</translation>
  </message>
  <message>
   <source>Your layer has no span of this label</source>
   <translation>У вашому шарі немає фрагментів із цією міткою</translation>
  </message>
  <message>
   <source>{n} will move, {m} stay {label}</source>
   <translation>{n} {n:перейде|перейдуть|перейдуть}, {m} {m:лишиться|лишаться|лишаться} {label}</translation>
  </message>
 </context>
 <context>
  <name>StartScreen</name>
  <message>
   <source>A file that ends in .annotator</source>
   <translation>Файл, назва якого закінчується на .annotator</translation>
  </message>
  <message>
   <source>An invented live blog, five minutes</source>
   <translation>Вигадана онлайн-хроніка, п’ять хвилин</translation>
  </message>
  <message>
   <source>Annotator</source>
   <translation>Annotator</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Змінити…</translation>
  </message>
  <message>
   <source>Choose a scheme, then bring text in</source>
   <translation>Виберіть схему, потім додайте тексти</translation>
  </message>
  <message>
   <source>Named entities, labelled by people, offline</source>
   <translation>Іменовані сутності: розмічають люди, без мережі</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>Новий проєкт</translation>
  </message>
  <message>
   <source>Nothing leaves this computer   ·   Version {version}</source>
   <translation>Ніщо не виходить за межі цього комп’ютера   ·   Версія {version}</translation>
  </message>
  <message>
   <source>Open a project or bring in text. The program suggests names; you confirm or correct them from the keyboard. Every decision is on disk before the screen says so, and nothing leaves this computer.</source>
   <translation>Відкрийте проєкт або додайте тексти. Програма пропонує назви; ви підтверджуєте чи виправляєте їх із клавіатури. Кожне рішення вже на диску, перш ніж про це скаже екран, і ніщо не виходить за межі цього комп’ютера.</translation>
  </message>
  <message>
   <source>Open project</source>
   <translation>Відкрити проєкт</translation>
  </message>
  <message>
   <source>Recent projects</source>
   <translation>Недавні проєкти</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>Спробувати на прикладі</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Вітаємо</translation>
  </message>
  <message>
   <source>You label as</source>
   <translation>Ви розмічаєте як</translation>
  </message>
  <message>
   <source>all keys</source>
   <translation>усі клавіші</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>вибрати</translation>
  </message>
  <message>
   <source>commands</source>
   <translation>команди</translation>
  </message>
  <message>
   <source>open</source>
   <translation>відкрити</translation>
  </message>
  <message>
   <source>⏎ opens, Delete forgets</source>
   <translation>⏎ відкриває, Delete прибирає зі списку</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Annotator: {name}</source>
   <translation>Annotator: {name}</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>Збережено</translation>
  </message>
  <message>
   <source>Saving…</source>
   <translation>Збереження…</translation>
  </message>
  <message>
   <source>You label as {name}. Click to change.</source>
   <translation>Ви розмічаєте як {name}. Клацніть, щоб змінити.</translation>
  </message>
  <message>
   <source>{done} of {total} done</source>
   <translation>{done} з {total} готово</translation>
  </message>
  <message>
   <source>{done} of {total} settled</source>
   <translation>{done} з {total} узгоджено</translation>
  </message>
 </context>
 <context>
  <name>Suggesters</name>
  <message>
   <source>&amp;Add a list of names…</source>
   <translation>&amp;Додати список назв…</translation>
  </message>
  <message>
   <source>&amp;Switch off</source>
   <translation>&amp;Вимкнути</translation>
  </message>
  <message>
   <source>&amp;Switch on</source>
   <translation>&amp;Увімкнути</translation>
  </message>
  <message>
   <source>&amp;Use this model</source>
   <translation>В&amp;зяти цю модель</translation>
  </message>
  <message>
   <source>A list of names and labels</source>
   <translation>Список назв і міток</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>English news</source>
   <translation>Новини англійською</translation>
  </message>
  <message>
   <source>Learning curve</source>
   <translation>Крива навчання</translation>
  </message>
  <message>
   <source>Learning curve: F1 on the entries held out</source>
   <translation>Крива навчання: F1 на відкладених записах</translation>
  </message>
  <message>
   <source>Lists (*.csv *.toml *.jsonl);;All files (*)</source>
   <translation>Списки (*.csv *.toml *.jsonl);;Усі файли (*)</translation>
  </message>
  <message>
   <source>Model {n}</source>
   <translation>Модель {n}</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Моделі</translation>
  </message>
  <message>
   <source>Nothing you decided changes; nothing that was suggested is lost</source>
   <translation>Ваші рішення не змінюються; нічого із запропонованого не втрачається</translation>
  </message>
  <message>
   <source>Suggesters</source>
   <translation>Джерела пропозицій</translation>
  </message>
  <message>
   <source>The model of the default suggester</source>
   <translation>Модель звичайного джерела пропозицій</translation>
  </message>
  <message>
   <source>The model that comes with the program</source>
   <translation>Модель, що йде з програмою</translation>
  </message>
  <message>
   <source>Who suggests</source>
   <translation>Хто пропонує</translation>
  </message>
  <message>
   <source>a spaCy pipeline</source>
   <translation>конвеєр spaCy</translation>
  </message>
  <message>
   <source>came in with the file</source>
   <translation>прийшло з файлом</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>у вжитку</translation>
  </message>
  <message>
   <source>its folder is not there any more</source>
   <translation>її теки вже немає</translation>
  </message>
  <message>
   <source>learned from {n} entries; F1 {before} before, {after} after</source>
   <translation>навчено на {n} {n:записі|записах|записах}; F1 {before} до, {after} після</translation>
  </message>
  <message>
   <source>off</source>
   <translation>вимкнено</translation>
  </message>
  <message>
   <source>on</source>
   <translation>увімкнено</translation>
  </message>
  <message>
   <source>the program’s own: a model of English news, and rules for dates, times and sums</source>
   <translation>власне джерело програми: модель новин англійською та правила для дат, часу й сум</translation>
  </message>
  <message>
   <source>the program’s rules, without the model</source>
   <translation>правила програми, без моделі</translation>
  </message>
  <message>
   <source>what it learned from was not kept</source>
   <translation>на чому її навчено, не збережено</translation>
  </message>
  <message>
   <source>what you decided, proposed wherever the same mention stands</source>
   <translation>ваші рішення, запропоновані скрізь, де є така сама згадка</translation>
  </message>
  <message>
   <source>your list of names</source>
   <translation>ваш список назв</translation>
  </message>
  <message>
   <source>{n} of {all} suggesters are on</source>
   <translation>Увімкнено {n} з {all} {all:джерела|джерел|джерел} пропозицій</translation>
  </message>
  <message>
   <source>{n} {n:entry|entries}</source>
   <translation>{n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>{n} {n:suggestion|suggestions} kept</source>
   <translation>збережено {n} {n:пропозицію|пропозиції|пропозицій}</translation>
  </message>
 </context>
 <context>
  <name>Team</name>
  <message>
   <source>Bringing together</source>
   <translation>Зведення</translation>
  </message>
  <message>
   <source>Files that others handed back</source>
   <translation>Файли, які повернули інші</translation>
  </message>
  <message>
   <source>Looking at the files</source>
   <translation>Перегляд файлів</translation>
  </message>
  <message>
   <source>Projects (*.annotator)</source>
   <translation>Проєкти (*.annotator)</translation>
  </message>
  <message>
   <source>{n} {n:decision|decisions} came in.</source>
   <translation>Надійшло {n} {n:рішення|рішення|рішень}.</translation>
  </message>
 </context>
 <context>
  <name>Tending</name>
  <message>
   <source>a span</source>
   <translation>фрагмент</translation>
  </message>
 </context>
 <context>
  <name>TimePlot</name>
  <message>
   <source>, {n} s each</source>
   <translation>, по {n} с</translation>
  </message>
  <message>
   <source>{n} s</source>
   <translation>{n} с</translation>
  </message>
  <message>
   <source>{when}: {n}{each}</source>
   <translation>{when}: {n}{each}</translation>
  </message>
 </context>
 <context>
  <name>Views</name>
  <message>
   <source>Caret by character; with Shift select</source>
   <translation>Курсор на символ; із Shift — виділити</translation>
  </message>
  <message>
   <source>Caret to the line above or below</source>
   <translation>Курсор на рядок вище чи нижче</translation>
  </message>
  <message>
   <source>Caret to the word before or after</source>
   <translation>Курсор до попереднього чи наступного слова</translation>
  </message>
  <message>
   <source>In the text</source>
   <translation>У тексті</translation>
  </message>
  <message>
   <source>No project is open.</source>
   <translation>Жодного проєкту не відкрито.</translation>
  </message>
  <message>
   <source>Select by word</source>
   <translation>Виділити за словами</translation>
  </message>
 </context>
 <context>
  <name>Waiting</name>
  <message>
   <source>Stopping takes everything of this step back</source>
   <translation>Зупинка скасує все, зроблене на цьому кроці</translation>
  </message>
  <message>
   <source>{done} entries so far</source>
   <translation>поки що {done} {done:запис|записи|записів}</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} з {total}</translation>
  </message>
 </context>
 <context>
  <name>WhatChangedView</name>
  <message>
   <source>&amp;Since</source>
   <translation>&amp;Відколи</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрити</translation>
  </message>
  <message>
   <source>Copies and releases (*.annotator *.jsonl)</source>
   <translation>Копії та випуски (*.annotator *.jsonl)</translation>
  </message>
  <message>
   <source>Entries that changed</source>
   <translation>Записи, що змінилися</translation>
  </message>
  <message>
   <source>Go to the entry</source>
   <translation>Перейти до запису</translation>
  </message>
  <message>
   <source>Nothing changed since then.</source>
   <translation>Відтоді нічого не змінилося.</translation>
  </message>
  <message>
   <source>Reading what was decided…</source>
   <translation>Читання рішень…</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Відколи</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Що змінилося</translation>
  </message>
  <message>
   <source>another copy or a release in JSONL…</source>
   <translation>інша копія або випуск у JSONL…</translation>
  </message>
  <message>
   <source>new</source>
   <translation>новий</translation>
  </message>
  <message>
   <source>no longer seen</source>
   <translation>більше не видно</translation>
  </message>
  <message>
   <source>no title</source>
   <translation>без заголовка</translation>
  </message>
  <message>
   <source>the copy of {when}</source>
   <translation>копія: {when}</translation>
  </message>
  <message>
   <source>the project</source>
   <translation>проєкт</translation>
  </message>
  <message>
   <source>today</source>
   <translation>сьогодні</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>учора</translation>
  </message>
  <message>
   <source>{entries} changed, {n} of them new</source>
   <translation>Змінилося: {entries}, із них {n} {n:новий|нові|нових}</translation>
  </message>
  <message>
   <source>{n} days ago</source>
   <translation>{n} {n:день|дні|днів} тому</translation>
  </message>
  <message>
   <source>{n} {n:decision|decisions} in all</source>
   <translation>{n} {n:рішення|рішення|рішень} загалом</translation>
  </message>
 </context>
 <context>
  <name>Who</name>
  <message>
   <source>Can be changed any time</source>
   <translation>Можна змінити будь-коли</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Продовжити</translation>
  </message>
  <message>
   <source>Continue as {name}</source>
   <translation>Продовжити як {name}</translation>
  </message>
  <message>
   <source>Kept on this computer</source>
   <translation>Зберігається на цьому комп’ютері</translation>
  </message>
  <message>
   <source>New on this computer: {name} gets a layer of their own.</source>
   <translation>Уперше на цьому комп’ютері: {name} дістане власний шар.</translation>
  </message>
  <message>
   <source>The name holds a sign that cannot be seen; write it anew.</source>
   <translation>У назві є невидимий знак; напишіть її знову.</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>Хто ви?</translation>
  </message>
  <message>
   <source>Your &amp;name</source>
   <translation>Ваше &amp;ім’я</translation>
  </message>
  <message>
   <source>Your name stands with every decision you make, so that several people can label the same entries.</source>
   <translation>Ваше ім’я стоїть при кожному вашому рішенні, щоб кілька людей могли розмічати ті самі записи.</translation>
  </message>
  <message>
   <source>“{name}” is the name of a layer; write another one.</source>
   <translation>«{name}» — назва шару; напишіть іншу.</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Look at it</source>
   <translation>Переглянути</translation>
  </message>
  <message>
   <source>Open to look only</source>
   <translation>Відкрито лише для перегляду</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Повторити</translation>
  </message>
  <message>
   <source>Somebody else has this project open</source>
   <translation>Цей проєкт відкрив хтось інший</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Початок</translation>
  </message>
  <message>
   <source>The keys of {labels} belong to other commands; give them other ones.</source>
   <translation>Клавіші міток {labels} належать іншим командам; дайте їм інші.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Спробувати ще раз</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Скасувати</translation>
  </message>
  <message>
   <source>What the window remembers could not be kept: {why}.</source>
   <translation>Не вдалося зберегти те, що пам’ятає вікно: {why}.</translation>
  </message>
  <message>
   <source>You can look and search, not decide</source>
   <translation>Можна дивитися й шукати, але не ухвалювати рішень</translation>
  </message>
  <message>
   <source>You have this project open in another window</source>
   <translation>Ви відкрили цей проєкт в іншому вікні</translation>
  </message>
 </context>
 <context>
  <name>Working</name>
  <message>
   <source>Stopping leaves nothing half-written</source>
   <translation>Після зупинки нічого не лишиться записаним наполовину</translation>
  </message>
  <message>
   <source>a few seconds left</source>
   <translation>лишилося кілька секунд</translation>
  </message>
  <message>
   <source>about {n} hours left</source>
   <translation>лишилося близько {n} {n:години|годин|годин}</translation>
  </message>
  <message>
   <source>about {n} minutes left</source>
   <translation>лишилося близько {n} {n:хвилини|хвилин|хвилин}</translation>
  </message>
  <message>
   <source>about {n} seconds left</source>
   <translation>лишилося близько {n} {n:секунди|секунд|секунд}</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} з {total}</translation>
  </message>
 </context>
 <context>
  <name>_Delegate</name>
  <message>
   <source>No entity</source>
   <translation>Немає сутності</translation>
  </message>
  <message>
   <source>all {total} done</source>
   <translation>усі готові: {total}</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>змінено</translation>
  </message>
  <message>
   <source>is the drive connected?</source>
   <translation>чи під’єднано диск?</translation>
  </message>
  <message>
   <source>no text yet</source>
   <translation>текстів ще немає</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
  <message>
   <source>not found</source>
   <translation>не знайдено</translation>
  </message>
  <message>
   <source>now</source>
   <translation>тепер</translation>
  </message>
  <message>
   <source>on the entry</source>
   <translation>до запису</translation>
  </message>
  <message>
   <source>on “{words}”</source>
   <translation>до «{words}»</translation>
  </message>
  <message>
   <source>press the new key, Esc leaves it</source>
   <translation>натисніть нову клавішу, Esc лишає як є</translation>
  </message>
  <message>
   <source>undefined</source>
   <translation>не визначено</translation>
  </message>
  <message>
   <source>{done} of {total} done</source>
   <translation>{done} з {total} готово</translation>
  </message>
  <message>
   <source>{file}, line {first}</source>
   <translation>{file}, рядок {first}</translation>
  </message>
  <message>
   <source>{file}, lines {first} to {last}</source>
   <translation>{file}, рядки {first}–{last}</translation>
  </message>
  <message>
   <source>{n} without a label</source>
   <translation>{n} без мітки</translation>
  </message>
  <message>
   <source>… and one more word</source>
   <translation>… і ще одне слово</translation>
  </message>
  <message>
   <source>… and {n} more words</source>
   <translation>… і ще {n} {n:слово|слова|слів}</translation>
  </message>
 </context>
 <context>
  <name>_LabelDelegate</name>
  <message>
   <source>retired, {n}</source>
   <translation>виведено, {n}</translation>
  </message>
 </context>
 <context>
  <name>_OfferList</name>
  <message>
   <source>Filters to choose from</source>
   <translation>Фільтри на вибір</translation>
  </message>
 </context>
 <context>
  <name>_Sheet</name>
  <message>
   <source>Keys</source>
   <translation>Клавіші</translation>
  </message>
 </context>
 <context>
  <name>adjudicate</name>
  <message>
   <source>Settled in two ways: {words}.</source>
   <translation>Узгоджено двома способами: {words}.</translation>
  </message>
  <message>
   <source>Settled, but since then: {now}.</source>
   <translation>Узгоджено, але відтоді: {now}.</translation>
  </message>
  <message>
   <source>contested</source>
   <translation>спірне</translation>
  </message>
  <message>
   <source>just now</source>
   <translation>щойно</translation>
  </message>
  <message>
   <source>marked nothing</source>
   <translation>нічого не позначено</translation>
  </message>
  <message>
   <source>no entity</source>
   <translation>немає сутності</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
  <message>
   <source>once</source>
   <translation>один раз</translation>
  </message>
  <message>
   <source>reading {n}</source>
   <translation>варіант {n}</translation>
  </message>
  <message>
   <source>you</source>
   <translation>ви</translation>
  </message>
  <message>
   <source>{name} no more</source>
   <translation>{name} вже ні</translation>
  </message>
  <message>
   <source>{n} h ago</source>
   <translation>{n} год тому</translation>
  </message>
  <message>
   <source>{n} min ago</source>
   <translation>{n} хв тому</translation>
  </message>
  <message>
   <source>{n} times</source>
   <translation>{n} {n:раз|рази|разів}</translation>
  </message>
  <message>
   <source>{words}  confused in under 1 %</source>
   <translation>{words}  плутають менш ніж у 1 %</translation>
  </message>
  <message>
   <source>{words}  confused in {percent} %</source>
   <translation>{words}  плутають у {percent} %</translation>
  </message>
  <message>
   <source>{words}  costs {cost} matches</source>
   <translation>{words}  коштує {cost} {cost:збіг|збіги|збігів}</translation>
  </message>
  <message>
   <source>{words}  never confused</source>
   <translation>{words}  не плутають</translation>
  </message>
 </context>
 <context>
  <name>agreement</name>
  <message>
   <source>Alike because of suggestions (F1 of two, shown − hidden): {all}</source>
   <translation>Однаково через пропозиції (F1 двох, показані − сховані): {all}</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Пораховано</translation>
  </message>
  <message>
   <source>Disagreements</source>
   <translation>Розбіжності</translation>
  </message>
  <message>
   <source>F1 of the pair</source>
   <translation>F1 пари</translation>
  </message>
  <message>
   <source>Here {first} and {second} agree, edges and label.</source>
   <translation>Тут {first} і {second} згодні: і межі, і мітка.</translation>
  </message>
  <message>
   <source>Krippendorff’s α, unitizing</source>
   <translation>α Кріппендорфа, unitizing</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Пропущено</translation>
  </message>
  <message>
   <source>Mathet’s γ</source>
   <translation>γ Мате</translation>
  </message>
  <message>
   <source>Mean pairwise F1</source>
   <translation>Середнє F1 пар</translation>
  </message>
  <message>
   <source>No entry is done by both {first} and {second}.</source>
   <translation>Немає запису, який закінчили і {first}, і {second}.</translation>
  </message>
  <message>
   <source>Nobody disagrees about {label}.</source>
   <translation>Щодо {label} розбіжностей немає.</translation>
  </message>
  <message>
   <source>Swayed by suggestions (F1 with them, shown − hidden): {all}</source>
   <translation>Вплив пропозицій (F1 з ними, показані − сховані): {all}</translation>
  </message>
  <message>
   <source>There is no span that is {one} for {first} and {other} for {second}.</source>
   <translation>Немає фрагмента, який для {first} — {one}, а для {second} — {other}.</translation>
  </message>
  <message>
   <source>What nobody marked cannot be counted.</source>
   <translation>Чого ніхто не позначив, того не порахувати.</translation>
  </message>
  <message>
   <source>begun</source>
   <translation>розпочаті</translation>
  </message>
  <message>
   <source>by both</source>
   <translation>в обох</translation>
  </message>
  <message>
   <source>by two or more</source>
   <translation>у двох чи більше</translation>
  </message>
  <message>
   <source>done</source>
   <translation>готові</translation>
  </message>
  <message>
   <source>entries</source>
   <translation>записів</translation>
  </message>
  <message>
   <source>is being computed</source>
   <translation>обчислюється</translation>
  </message>
  <message>
   <source>no interval</source>
   <translation>без інтервалу</translation>
  </message>
  <message>
   <source>no shared entry</source>
   <translation>спільних записів немає</translation>
  </message>
  <message>
   <source>nobody disagrees</source>
   <translation>розбіжностей немає</translation>
  </message>
  <message>
   <source>none</source>
   <translation>немає</translation>
  </message>
  <message>
   <source>not computed</source>
   <translation>не обчислено</translation>
  </message>
  <message>
   <source>nothing is left out</source>
   <translation>нічого не пропущено</translation>
  </message>
  <message>
   <source>of {n} entries</source>
   <translation>з {n} {n:запису|записів|записів}</translation>
  </message>
  <message>
   <source>this is not defined for these layers</source>
   <translation>для цих шарів не визначено</translation>
  </message>
  <message>
   <source>undefined</source>
   <translation>не визначено</translation>
  </message>
  <message>
   <source>undefined: {why}</source>
   <translation>не визначено: {why}</translation>
  </message>
  <message>
   <source>what nobody marked cannot be counted</source>
   <translation>чого ніхто не позначив, того не полічити</translation>
  </message>
  <message>
   <source>within one label, equal edges are equal spans</source>
   <translation>у межах однієї мітки однакові межі — це однакові фрагменти</translation>
  </message>
  <message>
   <source>{first} and {second} disagree nowhere.</source>
   <translation>{first} і {second} ніде не розходяться.</translation>
  </message>
  <message>
   <source>{first}, {second}: {value}, {bounds}, {n} entries</source>
   <translation>{first}, {second}: {value}, {bounds}, {n} {n:запис|записи|записів}</translation>
  </message>
  <message>
   <source>{name} with itself</source>
   <translation>{name} із собою</translation>
  </message>
  <message>
   <source>{n} for practice</source>
   <translation>{n} для вправ</translation>
  </message>
  <message>
   <source>{n} layers, {entries} entries</source>
   <translation>{n} {n:шар|шари|шарів}, {entries} {entries:запис|записи|записів}</translation>
  </message>
  <message>
   <source>{n} layers, {entries} entries done by all</source>
   <translation>{n} {n:шар|шари|шарів}, {entries} {entries:запис, готовий|записи, готові|записів, готових} в усіх</translation>
  </message>
  <message>
   <source>{n} open</source>
   <translation>{n} {n:відкрита|відкриті|відкритих}</translation>
  </message>
  <message>
   <source>{n} other</source>
   <translation>{n} {n:інша|інші|інших}</translation>
  </message>
  <message>
   <source>{n} pairs, each weighs the same</source>
   <translation>{n} {n:пара|пари|пар}, кожна важить однаково</translation>
  </message>
  <message>
   <source>{shown} shown, {hidden} hidden</source>
   <translation>{shown} показано, {hidden} сховано</translation>
  </message>
 </context>
 <context>
  <name>beside</name>
  <message>
   <source>Bringing a step back</source>
   <translation>Повторення кроку</translation>
  </message>
  <message>
   <source>Taking a step back</source>
   <translation>Скасування кроку</translation>
  </message>
 </context>
 <context>
  <name>colours</name>
  <message>
   <source>Berry</source>
   <translation>Ягода</translation>
  </message>
  <message>
   <source>Brick</source>
   <translation>Цегла</translation>
  </message>
  <message>
   <source>Clay</source>
   <translation>Глина</translation>
  </message>
  <message>
   <source>Coral</source>
   <translation>Корал</translation>
  </message>
  <message>
   <source>Gold</source>
   <translation>Золото</translation>
  </message>
  <message>
   <source>Jade</source>
   <translation>Нефрит</translation>
  </message>
  <message>
   <source>Lagoon</source>
   <translation>Лагуна</translation>
  </message>
  <message>
   <source>Lake</source>
   <translation>Озеро</translation>
  </message>
  <message>
   <source>Lilac</source>
   <translation>Бузок</translation>
  </message>
  <message>
   <source>Moss</source>
   <translation>Мох</translation>
  </message>
  <message>
   <source>Olive</source>
   <translation>Олива</translation>
  </message>
  <message>
   <source>Orchid</source>
   <translation>Орхідея</translation>
  </message>
  <message>
   <source>Plum</source>
   <translation>Слива</translation>
  </message>
  <message>
   <source>Sand</source>
   <translation>Пісок</translation>
  </message>
  <message>
   <source>Sky</source>
   <translation>Небо</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>Фіалка</translation>
  </message>
 </context>
 <context>
  <name>commands</name>
  <message>
   <source>Accept all, entry done and next</source>
   <translation>Прийняти все, запис готовий, далі</translation>
  </message>
  <message>
   <source>Accept, or entry done and next</source>
   <translation>Прийняти; або запис готовий, далі</translation>
  </message>
  <message>
   <source>Add to the guideline as an example</source>
   <translation>Додати до настанови як приклад</translation>
  </message>
  <message>
   <source>Adjudicate</source>
   <translation>Розбіжності</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Узгодженість</translation>
  </message>
  <message>
   <source>All comments…</source>
   <translation>Усі коментарі…</translation>
  </message>
  <message>
   <source>All keys</source>
   <translation>Усі клавіші</translation>
  </message>
  <message>
   <source>Another span or label…</source>
   <translation>Інший фрагмент чи мітка…</translation>
  </message>
  <message>
   <source>Back up…</source>
   <translation>Резервна копія…</translation>
  </message>
  <message>
   <source>Bring text in…</source>
   <translation>Додати тексти…</translation>
  </message>
  <message>
   <source>Bring together…</source>
   <translation>Звести…</translation>
  </message>
  <message>
   <source>Change keys…</source>
   <translation>Змінити клавіші…</translation>
  </message>
  <message>
   <source>Close project</source>
   <translation>Закрити проєкт</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>Команди…</translation>
  </message>
  <message>
   <source>Comment…</source>
   <translation>Коментар…</translation>
  </message>
  <message>
   <source>Consistency…</source>
   <translation>Однаковість розмітки…</translation>
  </message>
  <message>
   <source>Correct the author…</source>
   <translation>Виправити автора…</translation>
  </message>
  <message>
   <source>Correct the date…</source>
   <translation>Виправити дату…</translation>
  </message>
  <message>
   <source>Correct the title…</source>
   <translation>Виправити заголовок…</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Темна</translation>
  </message>
  <message>
   <source>End inwards</source>
   <translation>Кінець усередину</translation>
  </message>
  <message>
   <source>End inwards by character</source>
   <translation>Кінець усередину на символ</translation>
  </message>
  <message>
   <source>End outwards</source>
   <translation>Кінець назовні</translation>
  </message>
  <message>
   <source>End outwards by character</source>
   <translation>Кінець назовні на символ</translation>
  </message>
  <message>
   <source>Entries</source>
   <translation>Записи</translation>
  </message>
  <message>
   <source>Entries in reading order</source>
   <translation>Записи в порядку читання</translation>
  </message>
  <message>
   <source>Evaluate…</source>
   <translation>Оцінити…</translation>
  </message>
  <message>
   <source>Every equal case…</source>
   <translation>Усі такі самі випадки…</translation>
  </message>
  <message>
   <source>Every same mention…</source>
   <translation>Усі такі самі згадки…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Експорт…</translation>
  </message>
  <message>
   <source>Feedback on practice…</source>
   <translation>Відгук на вправи…</translation>
  </message>
  <message>
   <source>Filter entries…</source>
   <translation>Фільтр записів…</translation>
  </message>
  <message>
   <source>Flag the entry</source>
   <translation>Позначити запис прапорцем</translation>
  </message>
  <message>
   <source>Guideline of the label…</source>
   <translation>Настанова до мітки…</translation>
  </message>
  <message>
   <source>Hand out…</source>
   <translation>Видати…</translation>
  </message>
  <message>
   <source>Hide or show names</source>
   <translation>Приховати чи показати імена</translation>
  </message>
  <message>
   <source>Hide the entry</source>
   <translation>Сховати запис</translation>
  </message>
  <message>
   <source>Keep what is settled</source>
   <translation>Лишити узгоджене</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Розмітка</translation>
  </message>
  <message>
   <source>Label as {label}</source>
   <translation>Розмітити як {label}</translation>
  </message>
  <message>
   <source>Label by its name…</source>
   <translation>Мітка за назвою…</translation>
  </message>
  <message>
   <source>Labels and spans</source>
   <translation>Мітки й фрагменти</translation>
  </message>
  <message>
   <source>Labels…</source>
   <translation>Мітки…</translation>
  </message>
  <message>
   <source>Larger text</source>
   <translation>Більший текст</translation>
  </message>
  <message>
   <source>Learn from what is done…</source>
   <translation>Навчити на готовому…</translation>
  </message>
  <message>
   <source>Least certain suggestion first</source>
   <translation>Найменш певна пропозиція спочатку</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Світла</translation>
  </message>
  <message>
   <source>Light or dark as the system</source>
   <translation>Світла чи темна, як у системі</translation>
  </message>
  <message>
   <source>Mark as unsure, or not</source>
   <translation>Позначити як сумнівне або зняти позначку</translation>
  </message>
  <message>
   <source>Most alike entries together</source>
   <translation>Найподібніші записи разом</translation>
  </message>
  <message>
   <source>Most uncertain entries first</source>
   <translation>Найнепевніші записи спочатку</translation>
  </message>
  <message>
   <source>New project…</source>
   <translation>Новий проєкт…</translation>
  </message>
  <message>
   <source>Next doubtful suggestion</source>
   <translation>Наступна сумнівна пропозиція</translation>
  </message>
  <message>
   <source>Next entry</source>
   <translation>Наступний запис</translation>
  </message>
  <message>
   <source>Next likely name</source>
   <translation>Наступне слово, схоже на назву</translation>
  </message>
  <message>
   <source>Next open disagreement</source>
   <translation>Наступна відкрита розбіжність</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>Наступна панель</translation>
  </message>
  <message>
   <source>Next span or suggestion</source>
   <translation>Наступний фрагмент чи пропозиція</translation>
  </message>
  <message>
   <source>Next unfinished entry</source>
   <translation>Наступний незакінчений запис</translation>
  </message>
  <message>
   <source>No entity</source>
   <translation>Немає сутності</translation>
  </message>
  <message>
   <source>No other span after all</source>
   <translation>Усе-таки без іншого фрагмента</translation>
  </message>
  <message>
   <source>Open project…</source>
   <translation>Відкрити проєкт…</translation>
  </message>
  <message>
   <source>Previous entry</source>
   <translation>Попередній запис</translation>
  </message>
  <message>
   <source>Previous open disagreement</source>
   <translation>Попередня відкрита розбіжність</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>Попередня панель</translation>
  </message>
  <message>
   <source>Previous span or suggestion</source>
   <translation>Попередній фрагмент чи пропозиція</translation>
  </message>
  <message>
   <source>Progress and cost…</source>
   <translation>Перебіг і витрати…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Вийти</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Повторити</translation>
  </message>
  <message>
   <source>Reject or remove</source>
   <translation>Відхилити або вилучити</translation>
  </message>
  <message>
   <source>Reopen the entry</source>
   <translation>Знову відкрити запис</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Відновити з копії…</translation>
  </message>
  <message>
   <source>Save a problem report…</source>
   <translation>Зберегти звіт про помилку…</translation>
  </message>
  <message>
   <source>Save the agreement report…</source>
   <translation>Зберегти звіт про узгодженість…</translation>
  </message>
  <message>
   <source>Search entries</source>
   <translation>Шукати в записах</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Налаштування…</translation>
  </message>
  <message>
   <source>Settle and next</source>
   <translation>Узгодити й далі</translation>
  </message>
  <message>
   <source>Show all entries</source>
   <translation>Показати всі записи</translation>
  </message>
  <message>
   <source>Skip the entry</source>
   <translation>Пропустити запис</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>Менший текст</translation>
  </message>
  <message>
   <source>Sources…</source>
   <translation>Джерела…</translation>
  </message>
  <message>
   <source>Start inwards</source>
   <translation>Початок усередину</translation>
  </message>
  <message>
   <source>Start inwards by character</source>
   <translation>Початок усередину на символ</translation>
  </message>
  <message>
   <source>Start outwards</source>
   <translation>Початок назовні</translation>
  </message>
  <message>
   <source>Start outwards by character</source>
   <translation>Початок назовні на символ</translation>
  </message>
  <message>
   <source>Stop computing figures</source>
   <translation>Зупинити обчислення</translation>
  </message>
  <message>
   <source>Suggest spans</source>
   <translation>Запропонувати фрагменти</translation>
  </message>
  <message>
   <source>Suggesters…</source>
   <translation>Джерела пропозицій…</translation>
  </message>
  <message>
   <source>Take by a rule…</source>
   <translation>Узяти за правилом…</translation>
  </message>
  <message>
   <source>Take reading {n}</source>
   <translation>Узяти варіант {n}</translation>
  </message>
  <message>
   <source>Take the majority</source>
   <translation>Узяти варіант більшості</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>Спробувати на прикладі</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Скасувати</translation>
  </message>
  <message>
   <source>What changed…</source>
   <translation>Що змінилося…</translation>
  </message>
  <message>
   <source>Who labels…</source>
   <translation>Хто розмічає…</translation>
  </message>
 </context>
 <context>
  <name>dates</name>
  <message>
   <source>d MMM</source>
   <translation>d MMM</translation>
  </message>
  <message>
   <source>d MMM yyyy</source>
   <translation>d MMM yyyy</translation>
  </message>
  <message>
   <source>d MMMM</source>
   <translation>d MMMM</translation>
  </message>
  <message>
   <source>d MMMM yyyy</source>
   <translation>d MMMM yyyy</translation>
  </message>
  <message>
   <source>ddd d MMM yyyy</source>
   <translation>ddd, d MMM yyyy</translation>
  </message>
  <message>
   <source>ddd d MMM yyyy, HH:mm</source>
   <translation>ddd, d MMM yyyy, HH:mm</translation>
  </message>
  <message>
   <source>dddd d MMMM yyyy</source>
   <translation>dddd, d MMMM yyyy</translation>
  </message>
 </context>
 <context>
  <name>deeds</name>
  <message>
   <source>accepted</source>
   <translation>прийнято</translation>
  </message>
  <message>
   <source>added</source>
   <translation>додано</translation>
  </message>
  <message>
   <source>assigned</source>
   <translation>призначено</translation>
  </message>
  <message>
   <source>comment</source>
   <translation>коментар</translation>
  </message>
  <message>
   <source>corrected</source>
   <translation>виправлено</translation>
  </message>
  <message>
   <source>done</source>
   <translation>готово</translation>
  </message>
  <message>
   <source>edges moved</source>
   <translation>межі зсунуто</translation>
  </message>
  <message>
   <source>flag</source>
   <translation>прапорець</translation>
  </message>
  <message>
   <source>hidden or shown</source>
   <translation>сховано чи показано</translation>
  </message>
  <message>
   <source>imported</source>
   <translation>імпортовано</translation>
  </message>
  <message>
   <source>label changed</source>
   <translation>мітку змінено</translation>
  </message>
  <message>
   <source>moved</source>
   <translation>пересунуто</translation>
  </message>
  <message>
   <source>no longer done</source>
   <translation>більше не готово</translation>
  </message>
  <message>
   <source>redone</source>
   <translation>повторено</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>відхилено</translation>
  </message>
  <message>
   <source>relabelled</source>
   <translation>мітку змінено</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>вилучено</translation>
  </message>
  <message>
   <source>reopened</source>
   <translation>відкрито знову</translation>
  </message>
  <message>
   <source>restored</source>
   <translation>відновлено</translation>
  </message>
  <message>
   <source>settled</source>
   <translation>узгоджено</translation>
  </message>
  <message>
   <source>settled as no entity</source>
   <translation>узгоджено: немає сутності</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>пропущено</translation>
  </message>
  <message>
   <source>span added</source>
   <translation>фрагмент додано</translation>
  </message>
  <message>
   <source>span removed</source>
   <translation>фрагмент вилучено</translation>
  </message>
  <message>
   <source>title, date or author</source>
   <translation>заголовок, дата чи автор</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>скасовано</translation>
  </message>
  <message>
   <source>unsure</source>
   <translation>не певен</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>відкликано</translation>
  </message>
 </context>
 <context>
  <name>encodings</name>
  <message>
   <source>Big5 (Chinese)</source>
   <translation>Big5 (китайська)</translation>
  </message>
  <message>
   <source>Code page 437 (DOS)</source>
   <translation>Кодова сторінка 437 (DOS)</translation>
  </message>
  <message>
   <source>EUC-KR (Korean)</source>
   <translation>EUC-KR (корейська)</translation>
  </message>
  <message>
   <source>GB 18030 (Chinese)</source>
   <translation>GB 18030 (китайська)</translation>
  </message>
  <message>
   <source>ISO 8859-15 (Western)</source>
   <translation>ISO 8859-15 (західна)</translation>
  </message>
  <message>
   <source>ISO 8859-2 (Central Europe)</source>
   <translation>ISO 8859-2 (центральноєвропейська)</translation>
  </message>
  <message>
   <source>KOI8-R (Cyrillic)</source>
   <translation>KOI8-R (кирилиця)</translation>
  </message>
  <message>
   <source>Mac Roman</source>
   <translation>Mac Roman</translation>
  </message>
  <message>
   <source>Shift JIS (Japanese)</source>
   <translation>Shift JIS (японська)</translation>
  </message>
  <message>
   <source>UTF-16</source>
   <translation>UTF-16</translation>
  </message>
  <message>
   <source>UTF-8</source>
   <translation>UTF-8</translation>
  </message>
  <message>
   <source>Windows-1250 (Central Europe)</source>
   <translation>Windows-1250 (центральноєвропейська)</translation>
  </message>
  <message>
   <source>Windows-1251 (Cyrillic)</source>
   <translation>Windows-1251 (кирилиця)</translation>
  </message>
  <message>
   <source>Windows-1252 (Western)</source>
   <translation>Windows-1252 (західна)</translation>
  </message>
  <message>
   <source>Windows-1253 (Greek)</source>
   <translation>Windows-1253 (грецька)</translation>
  </message>
  <message>
   <source>Windows-1254 (Turkish)</source>
   <translation>Windows-1254 (турецька)</translation>
  </message>
  <message>
   <source>Windows-1255 (Hebrew)</source>
   <translation>Windows-1255 (іврит)</translation>
  </message>
  <message>
   <source>Windows-1256 (Arabic)</source>
   <translation>Windows-1256 (арабська)</translation>
  </message>
 </context>
 <context>
  <name>everywhere</name>
  <message>
   <source>Deciding for {n} places</source>
   <translation>Рішення щодо {n} {n:місця|місць|місць}</translation>
  </message>
 </context>
 <context>
  <name>filter</name>
  <message>
   <source>Date</source>
   <translation>Дата</translation>
  </message>
  <message>
   <source>Has</source>
   <translation>Має</translation>
  </message>
  <message>
   <source>Has no</source>
   <translation>Не має</translation>
  </message>
  <message>
   <source>In reading order</source>
   <translation>У порядку читання</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Мітка</translation>
  </message>
  <message>
   <source>Lacks</source>
   <translation>Бракує</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Шар</translation>
  </message>
  <message>
   <source>Mention</source>
   <translation>Згадка</translation>
  </message>
  <message>
   <source>Most alike together</source>
   <translation>Найподібніші разом</translation>
  </message>
  <message>
   <source>Most uncertain first</source>
   <translation>Найнепевніші спочатку</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Оцінка</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Джерело</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Стан</translation>
  </message>
  <message>
   <source>Suggested</source>
   <translation>Пропозиція</translation>
  </message>
  <message>
   <source>Suggested by</source>
   <translation>Пропонує</translation>
  </message>
  <message>
   <source>begun</source>
   <translation>розпочато</translation>
  </message>
  <message>
   <source>comment</source>
   <translation>коментар</translation>
  </message>
  <message>
   <source>done</source>
   <translation>готово</translation>
  </message>
  <message>
   <source>flag</source>
   <translation>прапорець</translation>
  </message>
  <message>
   <source>from {low}</source>
   <translation>від {low}</translation>
  </message>
  <message>
   <source>marked unsure</source>
   <translation>позначка «сумнівно»</translation>
  </message>
  <message>
   <source>not begun</source>
   <translation>не розпочато</translation>
  </message>
  <message>
   <source>open</source>
   <translation>відкриті</translation>
  </message>
  <message>
   <source>pending suggestion</source>
   <translation>пропозиція без відповіді</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>пропущено</translation>
  </message>
  <message>
   <source>span</source>
   <translation>фрагмент</translation>
  </message>
  <message>
   <source>up to {high}</source>
   <translation>до {high}</translation>
  </message>
  <message>
   <source>{name}: {values}</source>
   <translation>{name}: {values}</translation>
  </message>
  <message>
   <source>{one} or {other}</source>
   <translation>{one} або {other}</translation>
  </message>
 </context>
 <context>
  <name>hand out</name>
  <message>
   <source>Who labels which entry</source>
   <translation>Хто який запис розмічає</translation>
  </message>
  <message>
   <source>again</source>
   <translation>знову</translation>
  </message>
  <message>
   <source>control</source>
   <translation>контроль</translation>
  </message>
  <message>
   <source>practice</source>
   <translation>вправа</translation>
  </message>
 </context>
 <context>
  <name>head</name>
  <message>
   <source>read only</source>
   <translation>лише для читання</translation>
  </message>
 </context>
 <context>
  <name>headings</name>
  <message>
   <source>After practice</source>
   <translation>Після вправ</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>Вправи</translation>
  </message>
 </context>
 <context>
  <name>holding</name>
  <message>
   <source>No entry is shown.</source>
   <translation>Жодного запису не показано.</translation>
  </message>
  <message>
   <source>No project is open.</source>
   <translation>Жодного проєкту не відкрито.</translation>
  </message>
  <message>
   <source>No span or suggestion has the focus.</source>
   <translation>Жоден фрагмент і жодна пропозиція не у фокусі.</translation>
  </message>
  <message>
   <source>Nothing is marked or suggested in this entry.</source>
   <translation>У цьому записі нічого не розмічено й не запропоновано.</translation>
  </message>
  <message>
   <source>Nothing is there to redo.</source>
   <translation>Повторювати нічого.</translation>
  </message>
  <message>
   <source>Nothing is there to undo.</source>
   <translation>Скасовувати нічого.</translation>
  </message>
  <message>
   <source>This window can only look: the project is open elsewhere.</source>
   <translation>Це вікно лише для перегляду: проєкт відкрито деінде.</translation>
  </message>
 </context>
 <context>
  <name>kinds</name>
  <message>
   <source>both</source>
   <translation>межі й мітка</translation>
  </message>
  <message>
   <source>boundary</source>
   <translation>межі</translation>
  </message>
  <message>
   <source>extra</source>
   <translation>зайве</translation>
  </message>
  <message>
   <source>label</source>
   <translation>мітка</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>пропуск</translation>
  </message>
  <message>
   <source>overlap</source>
   <translation>перекриття</translation>
  </message>
  <message>
   <source>split/merge</source>
   <translation>поділ чи злиття</translation>
  </message>
 </context>
 <context>
  <name>menus</name>
  <message>
   <source>Compare</source>
   <translation>Порівняння</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Правка</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Запис</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Довідка</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Мітка</translation>
  </message>
  <message>
   <source>Project</source>
   <translation>Проєкт</translation>
  </message>
  <message>
   <source>Span</source>
   <translation>Фрагмент</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Вигляд</translation>
  </message>
 </context>
 <context>
  <name>ordinals</name>
  <message>
   <source>{n}nd</source>
   <translation>{n}-й</translation>
  </message>
  <message>
   <source>{n}rd</source>
   <translation>{n}-й</translation>
  </message>
  <message>
   <source>{n}st</source>
   <translation>{n}-й</translation>
  </message>
  <message>
   <source>{n}th</source>
   <translation>{n}-й</translation>
  </message>
 </context>
 <context>
  <name>plural</name>
  <message numerus="yes">
   <source>%n cases</source>
   <translation>
    <numerusform>%n випадок</numerusform>
    <numerusform>%n випадки</numerusform>
    <numerusform>%n випадків</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n characters</source>
   <translation>
    <numerusform>%n символ</numerusform>
    <numerusform>%n символи</numerusform>
    <numerusform>%n символів</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n commands</source>
   <translation>
    <numerusform>%n команда</numerusform>
    <numerusform>%n команди</numerusform>
    <numerusform>%n команд</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n entries</source>
   <translation>
    <numerusform>%n запис</numerusform>
    <numerusform>%n записи</numerusform>
    <numerusform>%n записів</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places</source>
   <translation>
    <numerusform>%n місце</numerusform>
    <numerusform>%n місця</numerusform>
    <numerusform>%n місць</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n spans</source>
   <translation>
    <numerusform>%n фрагмент</numerusform>
    <numerusform>%n фрагменти</numerusform>
    <numerusform>%n фрагментів</numerusform>
   </translation>
  </message>
  <message>
   <source>1 case</source>
   <translation>1 випадок</translation>
  </message>
  <message>
   <source>1 character</source>
   <translation>1 символ</translation>
  </message>
  <message>
   <source>1 command</source>
   <translation>1 команда</translation>
  </message>
  <message>
   <source>1 entry</source>
   <translation>1 запис</translation>
  </message>
  <message>
   <source>1 place</source>
   <translation>1 місце</translation>
  </message>
  <message>
   <source>1 span</source>
   <translation>1 фрагмент</translation>
  </message>
 </context>
 <context>
  <name>recent</name>
  <message>
   <source>you</source>
   <translation>ви</translation>
  </message>
  <message>
   <source>{count} people</source>
   <translation>{count} {count:людина|людини|людей}</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <source> Line {0}: {1}.</source>
   <translation> Рядок {0}: {1}.</translation>
  </message>
  <message>
   <source> and {0} more</source>
   <translation> і ще {0}</translation>
  </message>
  <message>
   <source> from {0}</source>
   <translation> від {0}</translation>
  </message>
  <message>
   <source>(no text)</source>
   <translation>(немає тексту)</translation>
  </message>
  <message>
   <source>, as in date:2022-01-26 or date:2022-01..2022-03</source>
   <translation>, наприклад date:2022-01-26 або date:2022-01..2022-03</translation>
  </message>
  <message>
   <source>, as in score:0.2..0.6</source>
   <translation>, наприклад score:0.2..0.6</translation>
  </message>
  <message>
   <source>, but also {0}</source>
   <translation>, але також {0}</translation>
  </message>
  <message>
   <source>, by source</source>
   <translation>, за джерелами</translation>
  </message>
  <message>
   <source>, rejected {0}</source>
   <translation>, відхилено {0}</translation>
  </message>
  <message>
   <source>, which is retired; bring it back instead</source>
   <translation>; її виведено з ужитку, поверніть її</translation>
  </message>
  <message>
   <source>, {0} hours before; if the order of the two is wrong, so is the day</source>
   <translation>, на {0} {0:годину|години|годин} раніше; якщо порядок цих двох хибний, хибний і день</translation>
  </message>
  <message>
   <source>, {0} to practise on</source>
   <translation>, {0} для вправ</translation>
  </message>
  <message>
   <source>; choose another name</source>
   <translation>; виберіть іншу назву</translation>
  </message>
  <message>
   <source>; spans stay {0}, the file says {1}</source>
   <translation>; фрагменти лишаються {0}, у файлі — {1}</translation>
  </message>
  <message>
   <source>; without a key now: {0}</source>
   <translation>; тепер без клавіші: {0}</translation>
  </message>
  <message>
   <source>; {0} of them to practise on, with what is right there packed away</source>
   <translation>; з них {0} для вправ, правильну розмітку для них вкладено</translation>
  </message>
  <message>
   <source>A Word document has no unit “{0}”: give paragraph, section or file.</source>
   <translation>Документ Word не має одиниці «{0}»: вкажіть paragraph, section або file.</translation>
  </message>
  <message>
   <source>A label has no {0} that could be changed.</source>
   <translation>У мітки немає {0}, що можна було б змінити.</translation>
  </message>
  <message>
   <source>A label's key is one digit from 1 to 9 or one letter; {0} cannot be that of {1}.</source>
   <translation>Клавіша мітки — одна цифра від 1 до 9 або одна літера; {0} не може бути клавішею {1}.</translation>
  </message>
  <message>
   <source>A layer was named twice.</source>
   <translation>Один шар названо двічі.</translation>
  </message>
  <message>
   <source>A name has one to {0} visible characters.</source>
   <translation>Ім’я має від одного до {0} {0:видимого символу|видимих символів|видимих символів}.</translation>
  </message>
  <message>
   <source>A person was named twice.</source>
   <translation>Одну людину названо двічі.</translation>
  </message>
  <message>
   <source>A post's stamp part holds its stamp.</source>
   <translation>У часі допису має бути його час.</translation>
  </message>
  <message>
   <source>A report is written as html, json or csv, not as “{0}”.</source>
   <translation>Звіт записується як html, json або csv, а не як «{0}».</translation>
  </message>
  <message>
   <source>A rule of the project file refused a change; nothing was written. ({0})</source>
   <translation>Правило файлу проєкту відхилило зміну; нічого не записано. ({0})</translation>
  </message>
  <message>
   <source>A seed is 0 or more and resamples are 0 to {0}, not {1} and {2}.</source>
   <translation>Зерно — 0 або більше, вибірок — від 0 до {0}, а не {1} і {2}.</translation>
  </message>
  <message>
   <source>A span from {0} to {1} does not lie within the {2} characters of this entry.</source>
   <translation>Фрагмент від {0} до {1} не лежить у межах {2} {2:символу|символів|символів} цього запису.</translation>
  </message>
  <message>
   <source>A span needs 0 &lt;= start &lt; end, not {0}..{1}.</source>
   <translation>Фрагмент потребує 0 &lt;= початок &lt; кінець, а не {0}..{1}.</translation>
  </message>
  <message>
   <source>A split into {0} parts goes by source, and there {1} with entries to write; import more sources, ask for fewer parts, or export without a split.</source>
   <translation>Поділ на {0} {0:частину|частини|частин} іде за джерелами, а тут {1} із записами; імпортуйте більше джерел, попросіть менше частин або експортуйте без поділу.</translation>
  </message>
  <message>
   <source>A table has no “{0}” to be found in a column; there are {1}.</source>
   <translation>У таблиці немає «{0}», щоб шукати у стовпці; є {1}.</translation>
  </message>
  <message>
   <source>A task of Label Studio has no column “{0}” to name a key for; there are {1}.</source>
   <translation>Завдання Label Studio не має стовпця «{0}», щоб назвати для нього ключ; є {1}.</translation>
  </message>
  <message>
   <source>A threshold is a probability from 0 to 1, not {0}.</source>
   <translation>Поріг — це ймовірність від 0 до 1, а не {0}.</translation>
  </message>
  <message>
   <source>Accept {0}</source>
   <translation>Прийняти {0}</translation>
  </message>
  <message>
   <source>Accept {0} suggestion</source>
   <translation>Прийняти {0} {0:пропозицію|пропозиції|пропозицій}</translation>
  </message>
  <message>
   <source>Accept {0} suggestions</source>
   <translation>Прийняти {0} {0:пропозицію|пропозиції|пропозицій}</translation>
  </message>
  <message>
   <source>Add {0}</source>
   <translation>Додати {0}</translation>
  </message>
  <message>
   <source>Added to the guideline of {0} as an example.</source>
   <translation>Додано як приклад до настанови {0}.</translation>
  </message>
  <message>
   <source>Agreement: {0}</source>
   <translation>Узгодженість: {0}</translation>
  </message>
  <message>
   <source>An entry stands twice in what is to be compared; give each entry once.</source>
   <translation>Один запис трапляється двічі серед тих, що порівнюються; дайте кожен запис один раз.</translation>
  </message>
  <message>
   <source>An entry's time begins with {0}, which is no date; times are written as 2022-01-27T23:30:00Z.</source>
   <translation>Час запису починається з {0}, а це не дата; час пишуть так: 2022-01-27T23:30:00Z.</translation>
  </message>
  <message>
   <source>An id has 32 hexadecimal digits, not {0}.</source>
   <translation>Ідентифікатор має 32 шістнадцяткові цифри, а не {0}.</translation>
  </message>
  <message>
   <source>An order names every label of the project once.</source>
   <translation>Порядок називає кожну мітку проєкту один раз.</translation>
  </message>
  <message>
   <source>Another program holds {0} for too long; nothing of this step was written. Close it there and try again.</source>
   <translation>Інша програма надто довго тримає {0}; нічого з цього кроку не записано. Закрийте файл там і спробуйте ще раз.</translation>
  </message>
  <message>
   <source>Assign {0} entries to {1} ({2})</source>
   <translation>Призначити {0} {0:запис|записи|записів}: {1} ({2})</translation>
  </message>
  <message>
   <source>At least one process has to work.</source>
   <translation>Має працювати принаймні один процес.</translation>
  </message>
  <message>
   <source>Bring {0} back</source>
   <translation>Повернути {0}</translation>
  </message>
  <message>
   <source>CBC solver not installed</source>
   <translation>Розв’язувач CBC не встановлено</translation>
  </message>
  <message>
   <source>Change {0}</source>
   <translation>Змінити {0}</translation>
  </message>
  <message>
   <source>Choose one: so many people an entry, everyone, or a share that overlaps.</source>
   <translation>Виберіть одне: стільки людей на запис, усім, або частка, що перекривається.</translation>
  </message>
  <message>
   <source>CoNLL holds words and tags only: no titles, authors, times, states, scores, origins or annotators.</source>
   <translation>CoNLL містить лише слова й теги: ні заголовків, ні авторів, ні часу, ні станів, ні оцінок, ні походження, ні анотаторів.</translation>
  </message>
  <message>
   <source>CoNLL, a word a line</source>
   <translation>CoNLL, слово на рядок</translation>
  </message>
  <message>
   <source>Comment on what was settled</source>
   <translation>Коментар до узгодженого</translation>
  </message>
  <message>
   <source>Correct the date</source>
   <translation>Виправити дату</translation>
  </message>
  <message>
   <source>Correct the {0}</source>
   <translation>Виправити: {0}</translation>
  </message>
  <message>
   <source>Device {0} gave {1} number twice, from {2} on: its file was set back to a backup and worked on. Both ways of going on are kept.</source>
   <translation>Пристрій {0} дав {1} {1:номер|номери|номерів} двічі, починаючи з {2}: його файл повернули до резервної копії й працювали далі. Збережено обидва продовження.</translation>
  </message>
  <message>
   <source>Device {0} gave {1} numbers twice, from {2} on: its file was set back to a backup and worked on. Both ways of going on are kept.</source>
   <translation>Пристрій {0} дав {1} {1:номер|номери|номерів} двічі, починаючи з {2}: його файл повернули до резервної копії й працювали далі. Збережено обидва продовження.</translation>
  </message>
  <message>
   <source>Device {0} numbered its decisions up to {1}, but {2} of them are missing, from {3} on: the file is an older copy that was mended, or a part of its work lies elsewhere.</source>
   <translation>Пристрій {0} пронумерував свої рішення до {1}, але {2} з них бракує, починаючи з {3}: це старіша виправлена копія, або частина роботи лежить деінде.</translation>
  </message>
  <message>
   <source>Document (Word)</source>
   <translation>Документ (Word)</translation>
  </message>
  <message>
   <source>Each entry can go to one to {0} of the people named, not to {1}.</source>
   <translation>Кожен запис може дістатися від однієї до {0} {0:названої людини|названих людей|названих людей}, а не {1}.</translation>
  </message>
  <message>
   <source>Entries to include are “done” or “all”, not “{0}”.</source>
   <translation>Включити можна записи «done» або «all», а не «{0}».</translation>
  </message>
  <message>
   <source>Entry done</source>
   <translation>Запис готовий</translation>
  </message>
  <message>
   <source>Example for {0}</source>
   <translation>Приклад для {0}</translation>
  </message>
  <message>
   <source>Feedback on a practice entry</source>
   <translation>Відгук на запис для вправ</translation>
  </message>
  <message>
   <source>Gamma needs the package pygamma-agreement, which is not installed; install annotator[gamma].</source>
   <translation>Для γ потрібен пакет pygamma-agreement, якого немає; установіть annotator[gamma].</translation>
  </message>
  <message>
   <source>Gamma was computed, but its result did not arrive whole; compare fewer layers at once.</source>
   <translation>Гамму обчислено, але результат надійшов не повністю; порівняйте менше шарів за раз.</translation>
  </message>
  <message>
   <source>Guideline of {0}</source>
   <translation>Настанова до {0}</translation>
  </message>
  <message>
   <source>Hand out an entry</source>
   <translation>Видати запис</translation>
  </message>
  <message>
   <source>Hand out to {0}</source>
   <translation>Видати: {0}</translation>
  </message>
  <message>
   <source>Hide a source</source>
   <translation>Сховати джерело</translation>
  </message>
  <message>
   <source>Hide the entry</source>
   <translation>Сховати запис</translation>
  </message>
  <message>
   <source>Import {0}</source>
   <translation>Імпортувати {0}</translation>
  </message>
  <message>
   <source>In the layer {0} {1} entries with {2} names that the model can learn are done; training needs {3} entries with {4}. Label some more first.</source>
   <translation>У шарі {0} {1:готовий|готові|готові} {1} {1:запис|записи|записів}, де {2} {2:назва|назви|назв}, яких модель може навчитися; для навчання потрібно {3} {3:запис|записи|записів} і {4}. Спершу розмітьте більше.</translation>
  </message>
  <message>
   <source>Introduce an annotator</source>
   <translation>Представити анотатора</translation>
  </message>
  <message>
   <source>It is better on the entries held out, but by no more than chance may bring about, so nothing was changed.</source>
   <translation>На відкладених записах краще, але не більше, ніж може дати випадок, тож нічого не змінено.</translation>
  </message>
  <message>
   <source>It is better on the entries held out, but forgets names of other texts, so nothing was changed.</source>
   <translation>На відкладених записах краще, але забуває назви з інших текстів, тож нічого не змінено.</translation>
  </message>
  <message>
   <source>It is better on the entries held out.</source>
   <translation>На відкладених записах краще.</translation>
  </message>
  <message>
   <source>It is not better on the entries held out, so nothing was changed.</source>
   <translation>На відкладених записах не краще, тож нічого не змінено.</translation>
  </message>
  <message>
   <source>JSON Lines</source>
   <translation>JSON Lines</translation>
  </message>
  <message>
   <source>JSON has no column “{0}” to name a key for; there are {1}.</source>
   <translation>JSON не має стовпця «{0}», щоб назвати для нього ключ; є {1}.</translation>
  </message>
  <message>
   <source>Keep this project's own scheme in a merge</source>
   <translation>Залишити власну схему проєкту під час злиття</translation>
  </message>
  <message>
   <source>Keep what was settled</source>
   <translation>Лишити узгоджене</translation>
  </message>
  <message>
   <source>Label Studio's JSON</source>
   <translation>JSON із Label Studio</translation>
  </message>
  <message>
   <source>Label {0}</source>
   <translation>Розмітити {0}</translation>
  </message>
  <message>
   <source>Label {0} as {1}</source>
   <translation>Розмітити {0} як {1}</translation>
  </message>
  <message>
   <source>Left as they are, since they changed meanwhile: {0}.</source>
   <translation>Лишено без змін, бо тим часом змінилися: {0}.</translation>
  </message>
  <message>
   <source>Live blog, plain text</source>
   <translation>Онлайн-хроніка, простий текст</translation>
  </message>
  <message>
   <source>Live blog, saved web page</source>
   <translation>Онлайн-хроніка, збережена вебсторінка</translation>
  </message>
  <message>
   <source>Map labels of a merge</source>
   <translation>Зіставити мітки під час злиття</translation>
  </message>
  <message>
   <source>Merge {0} into {1}</source>
   <translation>Злити {0} з {1}</translation>
  </message>
  <message>
   <source>More than one entry has an id that begins with “{0}”.</source>
   <translation>Кілька записів мають ідентифікатор, що починається з «{0}».</translation>
  </message>
  <message>
   <source>Move an edge</source>
   <translation>Зсунути межу</translation>
  </message>
  <message>
   <source>NUL or half a surrogate pair became U+FFFD</source>
   <translation>NUL або половина сурогатної пари стали U+FFFD</translation>
  </message>
  <message>
   <source>Name at least one person who is to label.</source>
   <translation>Назвіть принаймні одну людину, яка розмічатиме.</translation>
  </message>
  <message>
   <source>New layer {0}</source>
   <translation>Новий шар {0}</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>Новий проєкт</translation>
  </message>
  <message>
   <source>No backup could be made beside {0}: {1}. Nothing was changed.</source>
   <translation>Поруч із {0} не вдалося зробити резервну копію: {1}. Нічого не змінено.</translation>
  </message>
  <message>
   <source>No entity</source>
   <translation>Немає сутності</translation>
  </message>
  <message>
   <source>No entry has an id that begins with “{0}”.</source>
   <translation>Жоден запис не має ідентифікатора, що починається з «{0}».</translation>
  </message>
  <message>
   <source>No file was written. This is a fault of the program: please report it.</source>
   <translation>Файл не записано. Це помилка програми: повідомте про неї, будь ласка.</translation>
  </message>
  <message>
   <source>No label “{0}” stands in these files or in this project; nothing can be mapped to {1}.</source>
   <translation>Мітки «{0}» немає ні в цих файлах, ні в цьому проєкті; до {1} нічого зіставити.</translation>
  </message>
  <message>
   <source>No lock could be put beside {0}: {1}. It can still be looked at.</source>
   <translation>Поруч із {0} не вдалося поставити блокування: {1}. Дивитися можна й далі.</translation>
  </message>
  <message>
   <source>No project can be made in {0}, which is read-only. Choose another place.</source>
   <translation>У {0} не можна створити проєкт: лише для читання. Виберіть інше місце.</translation>
  </message>
  <message>
   <source>No reading has a majority here; take one by its number.</source>
   <translation>Жоден варіант тут не має більшості; візьміть якийсь за номером.</translation>
  </message>
  <message>
   <source>No span is chosen to be moved: tick the mentions that belong to the new label.</source>
   <translation>Не вибрано жодного фрагмента для перенесення: позначте згадки, що належать до нової мітки.</translation>
  </message>
  <message>
   <source>No suggestions by “{0}” stand here; there are some by: {1}.</source>
   <translation>Пропозицій від «{0}» тут немає; є від: {1}.</translation>
  </message>
  <message>
   <source>Nobody can practise on the own work: choose another layer as the one that is right.</source>
   <translation>Ніхто не може вправлятися на власній роботі: виберіть правильним інший шар.</translation>
  </message>
  <message>
   <source>Nobody here is called “{0}”; there are {1}.</source>
   <translation>Нікого на ім’я «{0}» тут немає; є {1}.</translation>
  </message>
  <message>
   <source>Nothing was taken in from {0} (read as {1}): {2} read, {3}.{4}</source>
   <translation>Із {0} нічого не взято (прочитано як {1}): прочитано {2}, {3}.{4}</translation>
  </message>
  <message>
   <source>One layer can be asked for at a time: “layer:” says whose states, labels and flags the other filters mean.</source>
   <translation>Водночас можна запитати про один шар: «layer:» каже, чиї стани, мітки й прапорці мають на увазі інші фільтри.</translation>
  </message>
  <message>
   <source>Order the labels</source>
   <translation>Змінити порядок міток</translation>
  </message>
  <message>
   <source>Plain text</source>
   <translation>Простий текст</translation>
  </message>
  <message>
   <source>Plain text has no unit “{0}”: give paragraph, line or file.</source>
   <translation>Простий текст не має одиниці «{0}»: вкажіть paragraph, line або file.</translation>
  </message>
  <message>
   <source>Put up</source>
   <translation>Поставити</translation>
  </message>
  <message>
   <source>Put up the flag</source>
   <translation>Поставити прапорець</translation>
  </message>
  <message>
   <source>Put up “unsure”</source>
   <translation>Поставити «не певен»</translation>
  </message>
  <message>
   <source>Reading or writing {0} failed; the disk or the network folder does not answer. Nothing of this step was kept.</source>
   <translation>Не вдалося прочитати чи записати {0}: не відповідає диск або мережева тека. Нічого з цього кроку не збережено.</translation>
  </message>
  <message>
   <source>Reject {0}</source>
   <translation>Відхилити {0}</translation>
  </message>
  <message>
   <source>Relabel as {0}</source>
   <translation>Змінити мітку на {0}</translation>
  </message>
  <message>
   <source>Relabel {0} as {1}</source>
   <translation>Змінити мітку {0} на {1}</translation>
  </message>
  <message>
   <source>Remove a comment</source>
   <translation>Вилучити коментар</translation>
  </message>
  <message>
   <source>Remove a span</source>
   <translation>Вилучити фрагмент</translation>
  </message>
  <message>
   <source>Reopen the entry</source>
   <translation>Знову відкрити запис</translation>
  </message>
  <message>
   <source>Restore an import</source>
   <translation>Відновити імпорт</translation>
  </message>
  <message>
   <source>Retire {0}</source>
   <translation>Вивести з ужитку {0}</translation>
  </message>
  <message>
   <source>Settle with other spans</source>
   <translation>Узгодити з іншими фрагментами</translation>
  </message>
  <message>
   <source>Settle {0} equal case</source>
   <translation>Узгодити {0} {0:такий самий випадок|такі самі випадки|таких самих випадків}</translation>
  </message>
  <message>
   <source>Settle {0} equal cases</source>
   <translation>Узгодити {0} {0:такий самий випадок|такі самі випадки|таких самих випадків}</translation>
  </message>
  <message>
   <source>Show a source again</source>
   <translation>Знову показати джерело</translation>
  </message>
  <message>
   <source>Show the entry again</source>
   <translation>Знову показати запис</translation>
  </message>
  <message>
   <source>Skip the entry</source>
   <translation>Пропустити запис</translation>
  </message>
  <message>
   <source>Spans are {0}</source>
   <translation>Фрагменти: {0}</translation>
  </message>
  <message>
   <source>Spans that go to a layer need the layer's name (--as NAME); adjudicated and suggestions are reserved.</source>
   <translation>Фрагменти, що йдуть до шару, потребують назви шару (--as NAME); adjudicated і suggestions зарезервовано.</translation>
  </message>
  <message>
   <source>Split {0} off {1}</source>
   <translation>Відділити {0} від {1}</translation>
  </message>
  <message>
   <source>Stopped; nothing was changed.</source>
   <translation>Зупинено; нічого не змінено.</translation>
  </message>
  <message>
   <source>Table (CSV)</source>
   <translation>Таблиця (CSV)</translation>
  </message>
  <message>
   <source>Table (TSV)</source>
   <translation>Таблиця (TSV)</translation>
  </message>
  <message>
   <source>Take an entry back</source>
   <translation>Забрати запис назад</translation>
  </message>
  <message>
   <source>Take down</source>
   <translation>Прибрати</translation>
  </message>
  <message>
   <source>Take down the flag</source>
   <translation>Прибрати прапорець</translation>
  </message>
  <message>
   <source>Take down “unsure”</source>
   <translation>Прибрати «не певен»</translation>
  </message>
  <message>
   <source>Take the scheme {0} in</source>
   <translation>Узяти схему {0}</translation>
  </message>
  <message>
   <source>Take {0}</source>
   <translation>Узяти {0}</translation>
  </message>
  <message>
   <source>Take {0} place by rule: {1}</source>
   <translation>Узяти {0} {0:місце|місця|місць} за правилом: {1}</translation>
  </message>
  <message>
   <source>Take {0} places by rule: {1}</source>
   <translation>Узяти {0} {0:місце|місця|місць} за правилом: {1}</translation>
  </message>
  <message>
   <source>The adjudicated layer is made from the others; it is held against them by “evaluate”, not compared.</source>
   <translation>Узгоджений шар зроблено з інших; його зіставляють із ними через «evaluate», а не порівнюють.</translation>
  </message>
  <message>
   <source>The calendar has no day {0}: give the day of the newest entry as YYYY-MM-DD.</source>
   <translation>У календарі немає дня {0}: дайте день найновішого запису як РРРР-ММ-ДД.</translation>
  </message>
  <message>
   <source>The configuration {0} cannot be read ({1}). Mend it, or move it away to start with a new one.</source>
   <translation>Налаштування {0} не вдається прочитати ({1}). Виправте їх або перенесіть файл, щоб почати з нового.</translation>
  </message>
  <message>
   <source>The disk that holds {0} is full: nothing of this step was written. Free some space and try again.</source>
   <translation>Диск, на якому лежить {0}, заповнений: нічого з цього кроку не записано. Звільніть місце й спробуйте ще раз.</translation>
  </message>
  <message>
   <source>The file {0} in {1} is too large to be of a model of this program.</source>
   <translation>Файл {0} у {1} завеликий для моделі цієї програми.</translation>
  </message>
  <message>
   <source>The folder of {0} cannot hold a write-ahead log (a network folder?). Decisions are kept, but more slowly, and suggestions cannot be made while you label. A folder on this computer is safer.</source>
   <translation>У теці з {0} не можна вести журнал випереджального запису (мережева тека?). Рішення зберігаються, але повільніше, і поки ви розмічаєте, пропозицій робити не можна. Безпечніша тека на цьому комп’ютері.</translation>
  </message>
  <message>
   <source>The folder {0} could not be made: {1}.</source>
   <translation>Теку {0} не вдалося створити: {1}.</translation>
  </message>
  <message>
   <source>The folder {0} does not exist. Make it first, or choose another place.</source>
   <translation>Теки {0} немає. Спершу створіть її або виберіть інше місце.</translation>
  </message>
  <message>
   <source>The folder {0} for trained models could not be made: {1}.</source>
   <translation>Теку {0} для навчених моделей не вдалося створити: {1}.</translation>
  </message>
  <message>
   <source>The format {0} can be read, not written.</source>
   <translation>Формат {0} можна читати, але не писати.</translation>
  </message>
  <message>
   <source>The format {0} can be written, not read.</source>
   <translation>Формат {0} можна писати, але не читати.</translation>
  </message>
  <message>
   <source>The format {0} has no place for comments: leave them out, or take {1}.</source>
   <translation>У форматі {0} немає місця для коментарів: залиште їх або візьміть {1}.</translation>
  </message>
  <message>
   <source>The format “{0}” cannot be written; choose {1}.</source>
   <translation>Формат «{0}» писати не можна; виберіть {1}.</translation>
  </message>
  <message>
   <source>The import lost count of {0} ({1}); nothing was taken. Please report this file's kind.</source>
   <translation>Імпорт збився з ліку: {0} ({1}); нічого не взято. Повідомте, будь ласка, про файли такого виду.</translation>
  </message>
  <message>
   <source>The key {0} belongs to “{1}”, so “{2}” cannot have it: choose another key for one of them.</source>
   <translation>Клавіша {0} належить команді «{1}», тому «{2}» не може її мати: виберіть для однієї з них іншу.</translation>
  </message>
  <message>
   <source>The key {0} is given to “{1}” and to “{2}”: choose another one for one of them.</source>
   <translation>Клавішу {0} дано і «{1}», і «{2}»: виберіть для однієї з них іншу.</translation>
  </message>
  <message>
   <source>The key {0} is taken by {1}; choose another one.</source>
   <translation>Клавішу {0} зайнято: {1}; виберіть іншу.</translation>
  </message>
  <message>
   <source>The key {0} moves the caret or leaves a dialog: “{1}” needs another one.</source>
   <translation>Клавіша {0} пересуває курсор або закриває діалог: «{1}» потребує іншої.</translation>
  </message>
  <message>
   <source>The label {0} is retired or unknown; choose another one.</source>
   <translation>Мітку {0} виведено з ужитку, або вона невідома; виберіть іншу.</translation>
  </message>
  <message>
   <source>The layer {0} has a place {1}..{2} outside its text of {3} characters ({4}); the layer does not belong to these entries.</source>
   <translation>Шар {0} має місце {1}..{2} поза своїм текстом із {3} {3:символу|символів|символів} ({4}); шар не належить до цих записів.</translation>
  </message>
  <message>
   <source>The layer {0} has work on an entry that is not among those compared ({1}).</source>
   <translation>Шар {0} містить роботу над записом, якого немає серед порівнюваних ({1}).</translation>
  </message>
  <message>
   <source>The layer “{0}” is not done any more with an entry that is to be practised on, so nobody could be told what is right there. Finish it, or deal out anew with another layer.</source>
   <translation>У шарі «{0}» запис, на якому мають вправлятися, більше не готовий, тож нікому не можна було б сказати, що там правильно. Закінчіть його або роздайте наново з іншим шаром.</translation>
  </message>
  <message>
   <source>The libraries for {0} files are not installed. Install them once: pip install 'annotator[office]'</source>
   <translation>Бібліотеки для файлів {0} не встановлено. Установіть їх один раз: pip install 'annotator[office]'</translation>
  </message>
  <message>
   <source>The log has no such step.</source>
   <translation>У журналі немає такого кроку.</translation>
  </message>
  <message>
   <source>The pattern file {0} cannot be read: {1}.</source>
   <translation>Файл зразків {0} не вдається прочитати: {1}.</translation>
  </message>
  <message>
   <source>The preview was given up.</source>
   <translation>Перегляд перервано.</translation>
  </message>
  <message>
   <source>The problem report could not be written to {0}: {1}. Choose another folder.</source>
   <translation>Звіт про помилку не вдалося записати до {0}: {1}. Виберіть іншу теку.</translation>
  </message>
  <message>
   <source>The release is wrong: a loss names a span {0} that entry {1} never had.</source>
   <translation>Випуск хибний: серед втрат названо фрагмент {0}, якого запис {1} ніколи не мав.</translation>
  </message>
  <message>
   <source>The release is wrong: line {0} cannot be read back: {1}.</source>
   <translation>Випуск хибний: рядок {0} не вдається прочитати знову: {1}.</translation>
  </message>
  <message>
   <source>The release is wrong: the tag of word {0} of a sentence is ill-formed: {1}.</source>
   <translation>Випуск хибний: тег слова {0} в реченні неправильний: {1}.</translation>
  </message>
  <message>
   <source>The remark is empty; nothing was written.</source>
   <translation>Заувага порожня; нічого не записано.</translation>
  </message>
  <message>
   <source>The scheme file {0} cannot be read: {1}.</source>
   <translation>Файл схеми {0} не вдається прочитати: {1}.</translation>
  </message>
  <message>
   <source>The seed of gamma is a number from 0 to {0}, not {1}.</source>
   <translation>Зерно для γ — число від 0 до {0}, а не {1}.</translation>
  </message>
  <message>
   <source>The share for “{0}” lies between 0 and 1 (or 0 % and 100 %), not {1}.</source>
   <translation>Частка для «{0}» лежить між 0 і 1 (або 0 % і 100 %), а не {1}.</translation>
  </message>
  <message>
   <source>The spaCy pipeline {0} cannot be loaded: {1}</source>
   <translation>Конвеєр spaCy {0} не вдається завантажити: {1}</translation>
  </message>
  <message>
   <source>The spaCy pipeline {0} finds no entities: it has no component like ner, entity_ruler or spancat.</source>
   <translation>Конвеєр spaCy {0} не знаходить сутностей: у ньому немає такої складової, як ner, entity_ruler чи spancat.</translation>
  </message>
  <message>
   <source>The texts hold {0} characters together; compare at most {1} at once, by source for example.</source>
   <translation>Тексти мають разом {0} {0:символ|символи|символів}; порівнюйте щонайбільше {1} за раз, наприклад за джерелами.</translation>
  </message>
  <message>
   <source>The tokens of an entry overlap, are out of order or reach beyond its text; cut the text anew.</source>
   <translation>Токени запису перекриваються, стоять не в порядку або виходять за межі тексту; поділіть текст наново.</translation>
  </message>
  <message>
   <source>The trained model could not be put at {0}: {1}.</source>
   <translation>Навчену модель не вдалося покласти до {0}: {1}.</translation>
  </message>
  <message>
   <source>The trained model could not be written to {0}: {1}.</source>
   <translation>Навчену модель не вдалося записати до {0}: {1}.</translation>
  </message>
  <message>
   <source>The trained model {0} is not at {1} any more; the bundled model was used.</source>
   <translation>Навченої моделі {0} у {1} більше немає; використано вбудовану модель.</translation>
  </message>
  <message>
   <source>The weights of the model do not fit its settings: {0} is missing or of another shape.</source>
   <translation>Ваги моделі не відповідають її налаштуванням: {0} немає або має іншу форму.</translation>
  </message>
  <message>
   <source>The word vectors do not fit together.</source>
   <translation>Вектори слів не пасують один до одного.</translation>
  </message>
  <message>
   <source>There are several layers: {0}. Say which one with --layer NAME.</source>
   <translation>Є кілька шарів: {0}. Скажіть, який саме: --layer NAME.</translation>
  </message>
  <message>
   <source>There is a label {0} already{1}.</source>
   <translation>Мітка {0} вже є{1}.</translation>
  </message>
  <message>
   <source>There is no file {0}.</source>
   <translation>Файлу {0} немає.</translation>
  </message>
  <message>
   <source>There is no filter “{0}:”; there are {1}. To look for the word itself, put it in quotes.</source>
   <translation>Фільтра «{0}:» немає; є {1}. Щоб шукати саме слово, візьміть його в лапки.</translation>
  </message>
  <message>
   <source>There is no folder {0}; make it first.</source>
   <translation>Теки {0} немає; спершу створіть її.</translation>
  </message>
  <message>
   <source>There is no format “{0}”; there are {1}.</source>
   <translation>Формату «{0}» немає; є {1}.</translation>
  </message>
  <message>
   <source>There is no label whose guideline could take this as an example.</source>
   <translation>Немає мітки, до настанови якої це могло б піти прикладом.</translation>
  </message>
  <message>
   <source>There is no label “{0}” here; there are {1}.</source>
   <translation>Мітки «{0}» тут немає; є {1}.</translation>
  </message>
  <message>
   <source>There is no label “{0}”; there are {1}.</source>
   <translation>Мітки «{0}» немає; є {1}.</translation>
  </message>
  <message>
   <source>There is no mention here: select a name, or go to one.</source>
   <translation>Тут немає згадки: виділіть назву або перейдіть до якоїсь.</translation>
  </message>
  <message>
   <source>There is no pattern file {0}.</source>
   <translation>Файлу зразків {0} немає.</translation>
  </message>
  <message>
   <source>There is no project at {0}. Check the name, or make one with “annotator new”.</source>
   <translation>За адресою {0} немає проєкту. Перевірте назву або створіть його: «annotator new».</translation>
  </message>
  <message>
   <source>There is no room for a copy of {0} ({1} MB) in {2}. Free some space.</source>
   <translation>Для копії {0} ({1} МБ) у {2} немає місця. Звільніть трохи.</translation>
  </message>
  <message>
   <source>There is no scheme file {0}.</source>
   <translation>Файлу схеми {0} немає.</translation>
  </message>
  <message>
   <source>There is no scheme {0}: use one of {1}, or give a TOML file.</source>
   <translation>Схеми {0} немає: візьміть одну з {1} або дайте файл TOML.</translation>
  </message>
  <message>
   <source>There is no scheme “{0}”; there are {1}, or name a TOML file.</source>
   <translation>Схеми «{0}» немає; є {1}, або назвіть файл TOML.</translation>
  </message>
  <message>
   <source>There is no suggester {0} in this project; name one by “annotator suggest --with NAME --keep”.</source>
   <translation>У цьому проєкті немає джерела пропозицій {0}; назвіть його: «annotator suggest --with NAME --keep».</translation>
  </message>
  <message>
   <source>There is no suggester {0}: use default, memory, patterns:FILE, an installed spaCy pipeline or the folder of one.</source>
   <translation>Джерела пропозицій {0} немає: візьміть default, memory, patterns:FILE, встановлений конвеєр spaCy або теку з ним.</translation>
  </message>
  <message>
   <source>There is no tag scheme {0}; there are {1}.</source>
   <translation>Схеми тегів {0} немає; є {1}.</translation>
  </message>
  <message>
   <source>There is no text encoding “{0}”; give one such as utf-8, utf-16, windows-1252 or iso-8859-2.</source>
   <translation>Кодування «{0}» немає; дайте таке, як utf-8, utf-16, windows-1252 чи iso-8859-2.</translation>
  </message>
  <message>
   <source>There is no trained model {0} beside {1}; there are: {2}. “bundled” always works.</source>
   <translation>Навченої моделі {0} поруч із {1} немає; є: {2}. «bundled» працює завжди.</translation>
  </message>
  <message>
   <source>There is no trained pipeline in {0}: it lacks config.cfg.</source>
   <translation>У {0} немає навченого конвеєра: бракує config.cfg.</translation>
  </message>
  <message>
   <source>There is no {0} “{1}”; there are: {2}{3}.</source>
   <translation>Немає {0} «{1}»; є: {2}{3}.</translation>
  </message>
  <message>
   <source>There is nothing to compare: no entry is done in {0} and {1}.</source>
   <translation>Порівнювати нічого: жоден запис не готовий у {0} та {1}.</translation>
  </message>
  <message>
   <source>There is nothing to hand out: {0} {1}. Say who labels what with “annotator assign”.</source>
   <translation>Видавати нічого: {0} {1}. Скажіть, хто що розмічає: «annotator assign».</translation>
  </message>
  <message>
   <source>There is nothing to label here: select at least one visible character first.</source>
   <translation>Тут немає чого розмічати: спершу виділіть принаймні один видимий символ.</translation>
  </message>
  <message>
   <source>This case has {0} readings.</source>
   <translation>У цьому випадку {0} {0:варіант|варіанти|варіантів}.</translation>
  </message>
  <message>
   <source>This case is not settled yet; its comment goes with the settling.</source>
   <translation>Цей випадок ще не узгоджено; коментар додасться під час узгодження.</translation>
  </message>
  <message>
   <source>This entry is not in the corpus, or out of sight; it cannot be handed out.</source>
   <translation>Цього запису немає в корпусі, або його сховано; його не можна видати.</translation>
  </message>
  <message>
   <source>This example stands in the guideline of {0} already.</source>
   <translation>Цей приклад уже є в настанові до {0}.</translation>
  </message>
  <message>
   <source>This import is in force already.</source>
   <translation>Цей імпорт і так чинний.</translation>
  </message>
  <message>
   <source>This import is not in force.</source>
   <translation>Цей імпорт не чинний.</translation>
  </message>
  <message>
   <source>This import is not in this project.</source>
   <translation>Цього імпорту в проєкті немає.</translation>
  </message>
  <message>
   <source>This label is not in the project.</source>
   <translation>Цієї мітки у проєкті немає.</translation>
  </message>
  <message>
   <source>This label is retired or unknown; choose another one.</source>
   <translation>Цю мітку виведено з ужитку, або вона невідома; виберіть іншу.</translation>
  </message>
  <message>
   <source>This search asks for too much at once: {0} words and filters are the most.</source>
   <translation>Цей пошук вимагає забагато за раз: щонайбільше {0} {0:слово й фільтр|слова й фільтри|слів і фільтрів}.</translation>
  </message>
  <message>
   <source>This search is too long: {0} characters are the most.</source>
   <translation>Пошуковий запит задовгий: щонайбільше {0} {0:символ|символи|символів}.</translation>
  </message>
  <message>
   <source>This span is not there any more; nothing was changed.</source>
   <translation>Цього фрагмента вже немає; нічого не змінено.</translation>
  </message>
  <message>
   <source>This suggestion is answered already; nothing was changed.</source>
   <translation>На цю пропозицію вже є відповідь; нічого не змінено.</translation>
  </message>
  <message>
   <source>To practise needs a number of entries (1 or more) and the layer that is right there: name both.</source>
   <translation>Для вправ потрібні кількість записів (від 1) і шар, який там правильний: назвіть обидва.</translation>
  </message>
  <message>
   <source>Two different labels of the project are needed to merge them.</source>
   <translation>Для злиття потрібні дві різні мітки проєкту.</translation>
  </message>
  <message>
   <source>Two of these spans may not overlap so in this project; leave one out.</source>
   <translation>Два з цих фрагментів не можуть так перекриватися в цьому проєкті; приберіть один.</translation>
  </message>
  <message>
   <source>Two parts of a release cannot be one file.</source>
   <translation>Дві частини випуску не можуть бути одним файлом.</translation>
  </message>
  <message>
   <source>UTF-16 big-endian</source>
   <translation>UTF-16, старший байт спереду</translation>
  </message>
  <message>
   <source>UTF-16 little-endian</source>
   <translation>UTF-16, молодший байт спереду</translation>
  </message>
  <message>
   <source>UTF-16 units</source>
   <translation>одиниці UTF-16</translation>
  </message>
  <message>
   <source>UTF-16 units with every line end counted as two</source>
   <translation>одиниці UTF-16, кожен кінець рядка рахується за два</translation>
  </message>
  <message>
   <source>UTF-32 big-endian</source>
   <translation>UTF-32, старший байт спереду</translation>
  </message>
  <message>
   <source>UTF-32 little-endian</source>
   <translation>UTF-32, молодший байт спереду</translation>
  </message>
  <message>
   <source>What is right here is told once the entry is done.</source>
   <translation>Що тут правильно, буде сказано, коли запис буде готовий.</translation>
  </message>
  <message>
   <source>Which two people called “{0}” are one? Name them by their ids: {1}.</source>
   <translation>Яких двоє людей на ім’я «{0}» — одна людина? Назвіть їх за ідентифікаторами: {1}.</translation>
  </message>
  <message>
   <source>White space between words is not kept; offsets into the stored text cannot be had back from the file.</source>
   <translation>Пробіли між словами не зберігаються; з файлу не можна відновити позиції у збереженому тексті.</translation>
  </message>
  <message>
   <source>Who holds {0} could not be written beside it: {1}. It can still be looked at.</source>
   <translation>Хто тримає {0}, не вдалося записати поруч: {1}. Дивитися можна й далі.</translation>
  </message>
  <message>
   <source>Whose readings are to be taken? Name one of: {0}.</source>
   <translation>Чиї варіанти взяти? Назвіть одне з: {0}.</translation>
  </message>
  <message>
   <source>Withdraw an import</source>
   <translation>Відкликати імпорт</translation>
  </message>
  <message>
   <source>Workbook (Excel)</source>
   <translation>Книга (Excel)</translation>
  </message>
  <message>
   <source>You have {0} open for {1} in another window or command on this computer (process {2}) since {3}. Go on there, or close it there; until then it can be looked at.</source>
   <translation>Ви відкрили {0} ({1}) в іншому вікні чи команді на цьому комп’ютері (процес {2}) від {3}. Працюйте далі там або закрийте його там; доти проєкт можна переглядати.</translation>
  </message>
  <message>
   <source>Your name could not be kept in {0}: {1}.</source>
   <translation>Ваше ім’я не вдалося зберегти в {0}: {1}.</translation>
  </message>
  <message>
   <source>a 7z archive; unpack it</source>
   <translation>архів 7z; розпакуйте його</translation>
  </message>
  <message>
   <source>a &lt;script type="{0}"&gt; block with a schema.org {1}</source>
   <translation>блок &lt;script type="{0}"&gt; із {1} зі schema.org</translation>
  </message>
  <message>
   <source>a PDF; save its text as a text file</source>
   <translation>PDF; збережіть його текст як текстовий файл</translation>
  </message>
  <message>
   <source>a Rich Text document; save it as plain text</source>
   <translation>документ Rich Text; збережіть його як простий текст</translation>
  </message>
  <message>
   <source>a bzip2 archive; unpack it</source>
   <translation>архів bzip2; розпакуйте його</translation>
  </message>
  <message>
   <source>a document of an office program; save it as text or CSV</source>
   <translation>документ офісної програми; збережіть його як текст або CSV</translation>
  </message>
  <message>
   <source>a document of more than {0} characters goes on in an entry of its own</source>
   <translation>документ, довший за {0} {0:символ|символи|символів}, продовжується в окремому записі</translation>
  </message>
  <message>
   <source>a gzip archive; unpack it</source>
   <translation>архів gzip; розпакуйте його</translation>
  </message>
  <message>
   <source>a key has letters, digits, _, . and -, at most 64, and no spaces</source>
   <translation>ключ має літери, цифри, _, . та -, щонайбільше 64, без пробілів</translation>
  </message>
  <message>
   <source>a label has an unknown field</source>
   <translation>мітка має невідоме поле</translation>
  </message>
  <message>
   <source>a name in it holds a line break or a control character</source>
   <translation>назва в ньому містить розрив рядка або керівний символ</translation>
  </message>
  <message>
   <source>a name in it is too long</source>
   <translation>назва в ньому задовга</translation>
  </message>
  <message>
   <source>a name in it leads out of its folder ({0})</source>
   <translation>назва в ньому виводить із його теки ({0})</translation>
  </message>
  <message>
   <source>a number in it is absurd</source>
   <translation>число в ньому безглузде</translation>
  </message>
  <message>
   <source>a number is too long: {0}</source>
   <translation>число задовге: {0}</translation>
  </message>
  <message>
   <source>a payload is no object</source>
   <translation>вміст — не об’єкт</translation>
  </message>
  <message>
   <source>a prediction; the task was annotated, and the annotation counts</source>
   <translation>передбачення; завдання розмічено, і рахується розмітка</translation>
  </message>
  <message>
   <source>a quotation mark opened here is not closed: lines {0} to {1} are left out</source>
   <translation>лапку, відкриту тут, не закрито: рядки від {0} до {1} пропущено</translation>
  </message>
  <message>
   <source>a row without a tag was taken as O</source>
   <translation>рядок без тегу взято як O</translation>
  </message>
  <message>
   <source>a row without a word was passed over</source>
   <translation>рядок без слова пропущено</translation>
  </message>
  <message>
   <source>a second time line stands right below the first; the first is taken</source>
   <translation>одразу під першим рядком із часом стоїть другий; узято перший</translation>
  </message>
  <message>
   <source>a semicolon behind the data was taken off</source>
   <translation>крапку з комою після даних прибрано</translation>
  </message>
  <message>
   <source>a sentence a line</source>
   <translation>речення на рядок</translation>
  </message>
  <message>
   <source>a settled span is none</source>
   <translation>узгоджений фрагмент — не фрагмент</translation>
  </message>
  <message>
   <source>a source in it has no proper id or hash</source>
   <translation>джерело в ньому не має належного ідентифікатора чи хешу</translation>
  </message>
  <message>
   <source>a source in it is not described in text</source>
   <translation>джерело в ньому не описано текстом</translation>
  </message>
  <message>
   <source>a source's facts are no facts</source>
   <translation>відомості про джерело — не відомості</translation>
  </message>
  <message>
   <source>a span needs start, end and label</source>
   <translation>фрагмент потребує початку, кінця й мітки</translation>
  </message>
  <message>
   <source>a step in it cancels nothing that could be</source>
   <translation>крок у ньому скасовує те, чого не могло бути</translation>
  </message>
  <message>
   <source>a step in it has no proper id</source>
   <translation>крок у ньому не має належного ідентифікатора</translation>
  </message>
  <message>
   <source>a step in it is none</source>
   <translation>крок у ньому — не крок</translation>
  </message>
  <message>
   <source>a word a line</source>
   <translation>слово на рядок</translation>
  </message>
  <message>
   <source>a zip archive (or a document of an office program); unpack it, or save it as text or CSV</source>
   <translation>архів zip (або документ офісної програми); розпакуйте його або збережіть як текст чи CSV</translation>
  </message>
  <message>
   <source>a zstd archive; unpack it</source>
   <translation>архів zstd; розпакуйте його</translation>
  </message>
  <message>
   <source>agreement needs two layers or more; there is only one</source>
   <translation>для узгодженості потрібно два шари чи більше; є лише один</translation>
  </message>
  <message>
   <source>an SQLite database; open a project with `annotator FILE` and merge a bundle with `annotator merge`</source>
   <translation>база SQLite; проєкт відкривають так: `annotator FILE`, пакет зливають так: `annotator merge`</translation>
  </message>
  <message>
   <source>an empty zip archive</source>
   <translation>порожній архів zip</translation>
  </message>
  <message>
   <source>an entry ({0}) has another text there than here</source>
   <translation>запис ({0}) має там інший текст, ніж тут</translation>
  </message>
  <message>
   <source>an entry in it has no proper id</source>
   <translation>запис у ньому не має належного ідентифікатора</translation>
  </message>
  <message>
   <source>an entry in it is not text</source>
   <translation>запис у ньому — не текст</translation>
  </message>
  <message>
   <source>an entry's place in it is absurd</source>
   <translation>місце запису в ньому безглузде</translation>
  </message>
  <message>
   <source>an id in it is not 32 hexadecimal digits</source>
   <translation>ідентифікатор у ньому — не 32 шістнадцяткові цифри</translation>
  </message>
  <message>
   <source>an imported rejection is none</source>
   <translation>імпортоване відхилення — не відхилення</translation>
  </message>
  <message>
   <source>an imported span is none</source>
   <translation>імпортований фрагмент — не фрагмент</translation>
  </message>
  <message>
   <source>an interval over entries needs two entries or more</source>
   <translation>для інтервалу за записами потрібно щонайменше два записи</translation>
  </message>
  <message>
   <source>an xz archive; unpack it</source>
   <translation>архів xz; розпакуйте його</translation>
  </message>
  <message>
   <source>are only {0} sources</source>
   <translation>є лише {0} {0:джерело|джерела|джерел}</translation>
  </message>
  <message>
   <source>as elsewhere in this source</source>
   <translation>як деінде в цьому джерелі</translation>
  </message>
  <message>
   <source>as given</source>
   <translation>як указано</translation>
  </message>
  <message>
   <source>at {0}–{1} the text has “{2}”, not “{3}”</source>
   <translation>у місці {0}–{1} стоїть «{2}», а не «{3}»</translation>
  </message>
  <message>
   <source>author</source>
   <translation>автор</translation>
  </message>
  <message>
   <source>below the headline</source>
   <translation>під заголовком</translation>
  </message>
  <message>
   <source>blank at an edge</source>
   <translation>пробіл на межі</translation>
  </message>
  <message>
   <source>blank span</source>
   <translation>порожній фрагмент</translation>
  </message>
  <message>
   <source>brackets are nested more than {0} deep</source>
   <translation>дужки вкладено глибше, ніж на {0}</translation>
  </message>
  <message>
   <source>byte-order mark</source>
   <translation>позначка порядку байтів</translation>
  </message>
  <message>
   <source>bytes that are not {0} became U+FFFD</source>
   <translation>байти, які не є {0}, стали U+FFFD</translation>
  </message>
  <message>
   <source>characters with CR LF counted as one</source>
   <translation>символи, CR LF рахується за один</translation>
  </message>
  <message>
   <source>characters with every line end counted as two</source>
   <translation>символи, кожен кінець рядка рахується за два</translation>
  </message>
  <message>
   <source>column {0}</source>
   <translation>стовпець {0}</translation>
  </message>
  <message>
   <source>control characters stand unescaped in strings; they are read as they are</source>
   <translation>у рядках є неекрановані керівні символи; їх прочитано як є</translation>
  </message>
  <message>
   <source>date given</source>
   <translation>указана дата</translation>
  </message>
  <message>
   <source>day from the date line above</source>
   <translation>день із рядка з датою вище</translation>
  </message>
  <message>
   <source>day given</source>
   <translation>указаний день</translation>
  </message>
  <message>
   <source>day given for the newest entry</source>
   <translation>день, указаний для найновішого запису</translation>
  </message>
  <message>
   <source>day inferred from the next newer entry</source>
   <translation>день виведено з наступного новішого запису</translation>
  </message>
  <message>
   <source>day inferred from the next older entry</source>
   <translation>день виведено з наступного давнішого запису</translation>
  </message>
  <message>
   <source>deciding</source>
   <translation>розмітка</translation>
  </message>
  <message>
   <source>deletions left out</source>
   <translation>вилучення пропущено</translation>
  </message>
  <message>
   <source>difference of two independent samples</source>
   <translation>різниця двох незалежних вибірок</translation>
  </message>
  <message>
   <source>done by neither</source>
   <translation>не готові в жодного</translation>
  </message>
  <message>
   <source>done by no one</source>
   <translation>не готові ні в кого</translation>
  </message>
  <message>
   <source>done by one only</source>
   <translation>готові лише в одного</translation>
  </message>
  <message>
   <source>done by some, not by all</source>
   <translation>готові в деяких, але не в усіх</translation>
  </message>
  <message>
   <source>done by {0} only</source>
   <translation>готові лише в {0}</translation>
  </message>
  <message>
   <source>done in {0}</source>
   <translation>готово в {0}</translation>
  </message>
  <message>
   <source>edge moved to the word</source>
   <translation>межу зсунуто до слова</translation>
  </message>
  <message>
   <source>edges moved</source>
   <translation>межі зсунуто</translation>
  </message>
  <message>
   <source>entries without a time</source>
   <translation>записи без часу</translation>
  </message>
  <message>
   <source>entry left out</source>
   <translation>запис пропущено</translation>
  </message>
  <message>
   <source>entry without a word</source>
   <translation>запис без жодного слова</translation>
  </message>
  <message>
   <source>every byte fits</source>
   <translation>пасує кожен байт</translation>
  </message>
  <message>
   <source>feedback on {0}: {1}</source>
   <translation>відгук на {0}: {1}</translation>
  </message>
  <message>
   <source>first row</source>
   <translation>перший рядок</translation>
  </message>
  <message>
   <source>flat</source>
   <translation>пласкі</translation>
  </message>
  <message>
   <source>footer</source>
   <translation>нижній колонтитул</translation>
  </message>
  <message>
   <source>found by the bundled model</source>
   <translation>знайшла вбудована модель</translation>
  </message>
  <message>
   <source>found by the model trained from this project</source>
   <translation>знайшла модель, навчена на цьому проєкті</translation>
  </message>
  <message>
   <source>found by {0}</source>
   <translation>знайдено: {0}</translation>
  </message>
  <message>
   <source>gamma is itself an average over shuffled annotations; it is not resampled over entries</source>
   <translation>γ сама є середнім за перемішаними розмітками; повторних вибірок за записами для неї не роблять</translation>
  </message>
  <message>
   <source>guessed; some lines are UTF-8</source>
   <translation>вгадано; деякі рядки в UTF-8</translation>
  </message>
  <message>
   <source>handed out</source>
   <translation>видано</translation>
  </message>
  <message>
   <source>has {0} that was not stored</source>
   <translation>має {0}, чого не було збережено</translation>
  </message>
  <message>
   <source>header</source>
   <translation>верхній колонтитул</translation>
  </message>
  <message>
   <source>heading</source>
   <translation>заголовок розділу</translation>
  </message>
  <message>
   <source>hidden or shown</source>
   <translation>сховано чи показано</translation>
  </message>
  <message>
   <source>imported span</source>
   <translation>імпортований фрагмент</translation>
  </message>
  <message>
   <source>importing {0}</source>
   <translation>імпортом {0}</translation>
  </message>
  <message>
   <source>in your list</source>
   <translation>у вашому списку</translation>
  </message>
  <message>
   <source>insertions taken as accepted</source>
   <translation>вставки вважаються прийнятими</translation>
  </message>
  <message>
   <source>is only 1 source</source>
   <translation>є лише 1 джерело</translation>
  </message>
  <message>
   <source>it assigns in an unknown way</source>
   <translation>воно призначає в невідомий спосіб</translation>
  </message>
  <message>
   <source>it can be one digit from 1 to 9 or one small letter</source>
   <translation>це може бути одна цифра від 1 до 9 або одна мала літера</translation>
  </message>
  <message>
   <source>it cancels a step but stands on an entry</source>
   <translation>воно скасовує крок, але стосується запису</translation>
  </message>
  <message>
   <source>it describes an unknown side of a layer</source>
   <translation>воно описує невідомий бік шару</translation>
  </message>
  <message>
   <source>it describes an unknown side of a person</source>
   <translation>воно описує невідомий бік людини</translation>
  </message>
  <message>
   <source>it describes something unknown ({0})</source>
   <translation>воно описує щось невідоме ({0})</translation>
  </message>
  <message>
   <source>it ends at {0}, before it starts at {1}</source>
   <translation>він закінчується на {0}, раніше, ніж починається на {1}</translation>
  </message>
  <message>
   <source>it ends at {0}, beyond the text of {1} characters</source>
   <translation>він закінчується на {0}, за межами тексту з {1} {1:символу|символів|символів}</translation>
  </message>
  <message>
   <source>it has no such block at all</source>
   <translation>у ньому немає такого блоку</translation>
  </message>
  <message>
   <source>it hides something else than it stands on</source>
   <translation>воно ховає не те, чого стосується</translation>
  </message>
  <message>
   <source>it is empty ({0}–{1})</source>
   <translation>він порожній ({0}–{1})</translation>
  </message>
  <message>
   <source>it is not of a shape that this program writes</source>
   <translation>воно не такої форми, яку пише ця програма</translation>
  </message>
  <message>
   <source>it is on the project but names an entry</source>
   <translation>воно стосується проєкту, але називає запис</translation>
  </message>
  <message>
   <source>it lacks its entry or its layer</source>
   <translation>у ньому бракує запису або шару</translation>
  </message>
  <message>
   <source>it lacks its “{0}”</source>
   <translation>у ньому бракує «{0}»</translation>
  </message>
  <message>
   <source>it overlaps another span, which this project ({0}) does not allow</source>
   <translation>він перекриває інший фрагмент, чого цей проєкт ({0}) не дозволяє</translation>
  </message>
  <message>
   <source>it settles a place outside the adjudicated layer</source>
   <translation>воно узгоджує місце поза узгодженим шаром</translation>
  </message>
  <message>
   <source>it settles a span outside its place</source>
   <translation>воно узгоджує фрагмент поза своїм місцем</translation>
  </message>
  <message>
   <source>it settles in an unknown way</source>
   <translation>воно узгоджує в невідомий спосіб</translation>
  </message>
  <message>
   <source>it starts before the text, at {0}</source>
   <translation>він починається перед текстом, на {0}</translation>
  </message>
  <message>
   <source>it would change what the adjudicated layer is</source>
   <translation>воно змінило б те, чим є узгоджений шар</translation>
  </message>
  <message>
   <source>its annotation was skipped</source>
   <translation>його розмітку пропущено</translation>
  </message>
  <message>
   <source>its block at line {0} cannot be read ({1})</source>
   <translation>його блок у рядку {0} не вдається прочитати ({1})</translation>
  </message>
  <message>
   <source>its clock says {0}</source>
   <translation>його годинник каже {0}</translation>
  </message>
  <message>
   <source>its condition “{0}” is of the wrong kind</source>
   <translation>його умова «{0}» хибного типу</translation>
  </message>
  <message>
   <source>its conditions are absurd</source>
   <translation>його умови безглузді</translation>
  </message>
  <message>
   <source>its conditions are no object</source>
   <translation>його умови — не об’єкт</translation>
  </message>
  <message>
   <source>its decision {0} cannot be read, because {1}</source>
   <translation>його рішення {0} не вдається прочитати: {1}</translation>
  </message>
  <message>
   <source>its entry does not come in: {0}</source>
   <translation>його запис не береться: {0}</translation>
  </message>
  <message>
   <source>its labels are no object</source>
   <translation>його мітки — не об’єкт</translation>
  </message>
  <message>
   <source>its layer or entry is not 16 bytes</source>
   <translation>його шар або запис не має 16 байтів</translation>
  </message>
  <message>
   <source>its list of devices is none</source>
   <translation>його перелік пристроїв — не перелік</translation>
  </message>
  <message>
   <source>its number is {0}</source>
   <translation>його номер — {0}</translation>
  </message>
  <message>
   <source>its origin is too long</source>
   <translation>його походження задовге</translation>
  </message>
  <message>
   <source>its overlap rule is unknown</source>
   <translation>його правило перекриття невідоме</translation>
  </message>
  <message>
   <source>its payload has version {0}; a newer program wrote it</source>
   <translation>його вміст має версію {0}; його записала новіша програма</translation>
  </message>
  <message>
   <source>its remark is no text</source>
   <translation>його заувага — не текст</translation>
  </message>
  <message>
   <source>its score is no number</source>
   <translation>його оцінка — не число</translation>
  </message>
  <message>
   <source>its seconds are absurd</source>
   <translation>його секунди безглузді</translation>
  </message>
  <message>
   <source>its span from {0} to {1} does not lie within the text</source>
   <translation>його фрагмент від {0} до {1} не лежить у тексті</translation>
  </message>
  <message>
   <source>its spans joined those of that entry</source>
   <translation>його фрагменти долучено до фрагментів того запису</translation>
  </message>
  <message>
   <source>its state is unknown</source>
   <translation>його стан невідомий</translation>
  </message>
  <message>
   <source>its step is missing</source>
   <translation>його кроку бракує</translation>
  </message>
  <message>
   <source>its step says something else of what it cancels</source>
   <translation>його крок каже інше про те, що скасовує</translation>
  </message>
  <message>
   <source>its time is none</source>
   <translation>його час — не час</translation>
  </message>
  <message>
   <source>its {0} blocks hold {1}</source>
   <translation>{0} {0:блок містить|блоки містять|блоків містять} {1}</translation>
  </message>
  <message>
   <source>its {0} is not 16 bytes</source>
   <translation>його {0} не має 16 байтів</translation>
  </message>
  <message>
   <source>its “{0}” is of the wrong kind</source>
   <translation>його «{0}» хибного типу</translation>
  </message>
  <message>
   <source>kept with the source</source>
   <translation>збережено з джерелом</translation>
  </message>
  <message>
   <source>key point</source>
   <translation>головне</translation>
  </message>
  <message>
   <source>label changed</source>
   <translation>мітку змінено</translation>
  </message>
  <message>
   <source>label written otherwise</source>
   <translation>мітку записано інакше</translation>
  </message>
  <message>
   <source>label {0}</source>
   <translation>мітка {0}</translation>
  </message>
  <message>
   <source>lacks {0}</source>
   <translation>бракує {0}</translation>
  </message>
  <message>
   <source>line ends CR LF or CR became LF</source>
   <translation>кінці рядків CR LF чи CR стали LF</translation>
  </message>
  <message>
   <source>line {0}, column {1}</source>
   <translation>рядок {0}, стовпець {1}</translation>
  </message>
  <message>
   <source>looked at by a suggester</source>
   <translation>переглянуто джерелом пропозицій</translation>
  </message>
  <message>
   <source>majority</source>
   <translation>більшість</translation>
  </message>
  <message>
   <source>more than {0} words without a blank line: a sentence was ended here</source>
   <translation>понад {0} {0:слово|слова|слів} без порожнього рядка: речення тут закінчено</translation>
  </message>
  <message>
   <source>most lines fit</source>
   <translation>пасує більшість рядків</translation>
  </message>
  <message>
   <source>named annotator</source>
   <translation>названий анотатор</translation>
  </message>
  <message>
   <source>neither side marked anything</source>
   <translation>жодна сторона нічого не позначила</translation>
  </message>
  <message>
   <source>nested</source>
   <translation>вкладені</translation>
  </message>
  <message>
   <source>newest first</source>
   <translation>новіші спочатку</translation>
  </message>
  <message>
   <source>no entity</source>
   <translation>немає сутності</translation>
  </message>
  <message>
   <source>no entry counts</source>
   <translation>жоден запис не враховується</translation>
  </message>
  <message>
   <source>no entry in common, or one category alone</source>
   <translation>немає спільних записів або є лише одна категорія</translation>
  </message>
  <message>
   <source>no entry is assigned to</source>
   <translation>жодного запису не призначено для</translation>
  </message>
  <message>
   <source>no entry is done by all of these layers</source>
   <translation>жоден запис не готовий у всіх цих шарах</translation>
  </message>
  <message>
   <source>no entry is to be shown again to</source>
   <translation>жодного запису не треба знову показувати для</translation>
  </message>
  <message>
   <source>no entry of this part is done by all of these layers</source>
   <translation>жоден запис цієї частини не готовий у всіх цих шарах</translation>
  </message>
  <message>
   <source>no headline stands above its time</source>
   <translation>над його часом немає заголовка</translation>
  </message>
  <message>
   <source>no keys</source>
   <translation>немає ключів</translation>
  </message>
  <message>
   <source>no layer marked anything</source>
   <translation>жоден шар нічого не позначив</translation>
  </message>
  <message>
   <source>no line with the time of an entry, such as `14:05 , Ada Nkemelu`</source>
   <translation>рядка з часом запису, такого як `14:05 , Ada Nkemelu`</translation>
  </message>
  <message>
   <source>no longer done</source>
   <translation>більше не готово</translation>
  </message>
  <message>
   <source>no one</source>
   <translation>ніхто</translation>
  </message>
  <message>
   <source>no pair marked anything</source>
   <translation>жодна пара нічого не позначила</translation>
  </message>
  <message>
   <source>no resamples were asked for</source>
   <translation>повторних вибірок не просили</translation>
  </message>
  <message>
   <source>no span at all</source>
   <translation>зовсім не фрагмент</translation>
  </message>
  <message>
   <source>no stretch was marked by both sides</source>
   <translation>немає відрізка, який позначили обидві сторони</translation>
  </message>
  <message>
   <source>nobody</source>
   <translation>ніхто</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>ще немає</translation>
  </message>
  <message>
   <source>none yet: nothing was decided</source>
   <translation>ще немає: нічого не вирішено</translation>
  </message>
  <message>
   <source>not JSON: something follows the value at column {0}</source>
   <translation>не JSON: у стовпці {0} щось стоїть після значення</translation>
  </message>
  <message>
   <source>not JSON: {0} at {1}</source>
   <translation>не JSON: {0}, {1}</translation>
  </message>
  <message>
   <source>not known whether suggestions were shown, or shown to one and not to another</source>
   <translation>невідомо, чи було видно пропозиції, або одному їх видно, а іншому ні</translation>
  </message>
  <message>
   <source>not marked</source>
   <translation>не розмічено</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>не прочитано</translation>
  </message>
  <message>
   <source>nothing with a type</source>
   <translation>нічого з типом</translation>
  </message>
  <message>
   <source>offsets were {0}; they were counted anew in code points</source>
   <translation>позиції: {0}; їх перераховано в кодових позиціях</translation>
  </message>
  <message>
   <source>oldest first</source>
   <translation>давніші спочатку</translation>
  </message>
  <message>
   <source>only one category was used, so agreement by chance is certain</source>
   <translation>ужито лише одну категорію, тож випадкова згода певна</translation>
  </message>
  <message>
   <source>only one label was used, so labels cannot differ</source>
   <translation>ужито лише одну мітку, тож мітки не можуть розходитися</translation>
  </message>
  <message>
   <source>only the time is known, not the day: give the day of the newest entry with the date option</source>
   <translation>відомо лише час, а не день: дайте день найновішого запису</translation>
  </message>
  <message>
   <source>overlap</source>
   <translation>перекриття</translation>
  </message>
  <message>
   <source>overlaps a suggestion</source>
   <translation>перекриває пропозицію</translation>
  </message>
  <message>
   <source>part of “{0}” in this entry</source>
   <translation>частина «{0}» у цьому записі</translation>
  </message>
  <message>
   <source>reads a live blog saved as text: headline, time and author, paragraphs; infers the days</source>
   <translation>читає онлайн-хроніку, збережену як текст: заголовок, час і автор, абзаци; виводить дні</translation>
  </message>
  <message>
   <source>reads an entry a paragraph, a line or the file</source>
   <translation>читає запис на абзац, на рядок або на файл</translation>
  </message>
  <message>
   <source>reads an entry a paragraph, a section or the file, headings as titles; needs the extra “office”</source>
   <translation>читає запис на абзац, розділ або файл, заголовки стають заголовками записів; потребує додатка «office»</translation>
  </message>
  <message>
   <source>reads an entry a row of a sheet, as of a table; needs the extra “office”</source>
   <translation>читає запис на рядок аркуша, як із таблиці; потребує додатка «office»</translation>
  </message>
  <message>
   <source>reads an entry a row, cells parted by TABs</source>
   <translation>читає запис на рядок, клітинки розділено табуляцією</translation>
  </message>
  <message>
   <source>reads an entry a row, with title, author, time and other columns; finds delimiter and header</source>
   <translation>читає запис на рядок, із заголовком, автором, часом та іншими стовпцями; знаходить роздільник і шапку</translation>
  </message>
  <message>
   <source>reads an entry a task, with its annotations or else its predictions</source>
   <translation>читає запис на завдання, з його розміткою або передбаченнями</translation>
  </message>
  <message>
   <source>reads and writes an entry a line with its spans; reads Prodigy's and doccano's too</source>
   <translation>читає й пише запис на рядок із фрагментами; читає й формати Prodigy та doccano</translation>
  </message>
  <message>
   <source>reads and writes words with tags (IOB1, IOB2, BILUO); flat spans only</source>
   <translation>читає й пише слова з тегами (IOB1, IOB2, BILUO); лише пласкі фрагменти</translation>
  </message>
  <message>
   <source>reads the schema.org LiveBlogPosting of a saved web page</source>
   <translation>читає LiveBlogPosting зі schema.org у збереженій вебсторінці</translation>
  </message>
  <message>
   <source>rejected by you</source>
   <translation>відхилено вами</translation>
  </message>
  <message>
   <source>repaired</source>
   <translation>виправлено</translation>
  </message>
  <message>
   <source>rows that no entry has</source>
   <translation>рядки, яких немає в жодному записі</translation>
  </message>
  <message>
   <source>sampled: expected disorder is known to within {0} %, so gamma lies from {1} to {2} (95 %)</source>
   <translation>за вибіркою: очікуваний безлад відомий із точністю до {0} %, тож гамма лежить від {1} до {2} (95 %)</translation>
  </message>
  <message>
   <source>second look</source>
   <translation>повторний перегляд</translation>
  </message>
  <message>
   <source>separated by TAB, the word in column {0}, the tag in {1}</source>
   <translation>розділено табуляцією, слово у стовпці {0}, тег: {1}</translation>
  </message>
  <message>
   <source>separated by blanks, the word in column {0}, the tag in {1}</source>
   <translation>розділено пробілами, слово у стовпці {0}, тег: {1}</translation>
  </message>
  <message>
   <source>settled as no entity</source>
   <translation>узгоджено: немає сутності</translation>
  </message>
  <message>
   <source>sheets not read</source>
   <translation>аркушів не прочитано</translation>
  </message>
  <message>
   <source>short for “{0}” in this entry</source>
   <translation>скорочення для «{0}» у цьому записі</translation>
  </message>
  <message>
   <source>short form explained in this source</source>
   <translation>скорочення, пояснене в цьому джерелі</translation>
  </message>
  <message>
   <source>since {0}</source>
   <translation>від {0}</translation>
  </message>
  <message>
   <source>something follows the end of the array; it was not read</source>
   <translation>щось стоїть після кінця масиву; цього не прочитано</translation>
  </message>
  <message>
   <source>something in it that should be JSON is none</source>
   <translation>щось, що мало бути JSON, ним не є</translation>
  </message>
  <message>
   <source>source {0}</source>
   <translation>джерело {0}</translation>
  </message>
  <message>
   <source>spaCy has no tokenizer for the language “{0}” here; give a code such as en, de or xx (any language).</source>
   <translation>spaCy не має тут токенізатора для мови «{0}»; дайте код, такий як en, de чи xx (будь-яка мова).</translation>
  </message>
  <message>
   <source>spaCy's rule-based tokenizer and sentence splitter decided what a token and a sentence is.</source>
   <translation>Що є токеном і що реченням, вирішили токенізатор spaCy за правилами і його поділ на речення.</translation>
  </message>
  <message>
   <source>span added</source>
   <translation>фрагмент додано</translation>
  </message>
  <message>
   <source>span left out</source>
   <translation>фрагмент пропущено</translation>
  </message>
  <message>
   <source>span lost</source>
   <translation>фрагмент утрачено</translation>
  </message>
  <message>
   <source>span removed</source>
   <translation>фрагмент вилучено</translation>
  </message>
  <message>
   <source>spans read</source>
   <translation>фрагментів прочитано</translation>
  </message>
  <message>
   <source>spans rejected</source>
   <translation>фрагментів відхилено</translation>
  </message>
  <message>
   <source>spans taken</source>
   <translation>фрагментів узято</translation>
  </message>
  <message>
   <source>spans within a longer one of the same label</source>
   <translation>фрагменти всередині довшого з тією самою міткою</translation>
  </message>
  <message>
   <source>standfirst</source>
   <translation>підзаголовок</translation>
  </message>
  <message>
   <source>start and end must be whole numbers, not {0} and {1}</source>
   <translation>початок і кінець мають бути цілими числами, а не {0} і {1}</translation>
  </message>
  <message>
   <source>strict majority</source>
   <translation>абсолютна більшість</translation>
  </message>
  <message>
   <source>strict span F1 where suggestions were shown - where they were hidden</source>
   <translation>строге F1 фрагментів, де пропозиції було видно, мінус де їх сховано</translation>
  </message>
  <message>
   <source>suggested with another label</source>
   <translation>запропоновано з іншою міткою</translation>
  </message>
  <message>
   <source>suggesters off</source>
   <translation>вимкнені джерела пропозицій</translation>
  </message>
  <message>
   <source>suggesting</source>
   <translation>пропозиції</translation>
  </message>
  <message>
   <source>suggestions hidden</source>
   <translation>пропозиції сховано</translation>
  </message>
  <message>
   <source>suggestions shown</source>
   <translation>пропозиції видно</translation>
  </message>
  <message>
   <source>surname of a person in this source</source>
   <translation>прізвище людини в цьому джерелі</translation>
  </message>
  <message>
   <source>tagged {0} {1} in {2} entries</source>
   <translation>{0} розмічено {1} у {2} {2:записі|записах|записах}</translation>
  </message>
  <message>
   <source>tagged {0} {1} in {2} entry</source>
   <translation>{0} розмічено {1} у {2} {2:записі|записах|записах}</translation>
  </message>
  <message>
   <source>text box</source>
   <translation>текстове поле</translation>
  </message>
  <message>
   <source>the JSON ends in the middle of a value ({0} at {1})</source>
   <translation>JSON закінчується посеред значення ({0}, {1})</translation>
  </message>
  <message>
   <source>the answer to its row was “ignore”</source>
   <translation>відповідь на його рядок була «ignore»</translation>
  </message>
  <message>
   <source>the answer to its row was “reject”</source>
   <translation>відповідь на його рядок була «reject»</translation>
  </message>
  <message>
   <source>the bundled model</source>
   <translation>вбудована модель</translation>
  </message>
  <message>
   <source>the cell of the column {0} is empty: there is no text</source>
   <translation>клітинка стовпця {0} порожня: тексту немає</translation>
  </message>
  <message>
   <source>the comment or CDATA marks around the data were taken off</source>
   <translation>знаки коментаря або CDATA навколо даних прибрано</translation>
  </message>
  <message>
   <source>the data is nested too deep to be read</source>
   <translation>дані вкладено заглибоко, щоб їх прочитати</translation>
  </message>
  <message>
   <source>the data is not JSON: {0}</source>
   <translation>дані — не JSON: {0}</translation>
  </message>
  <message>
   <source>the entry has no word, so it has no row</source>
   <translation>у записі немає слів, тож він не має рядка</translation>
  </message>
  <message>
   <source>the file ends before its array is closed; what stood before the end was read</source>
   <translation>файл закінчується раніше, ніж закрито його масив; те, що стояло до кінця, прочитано</translation>
  </message>
  <message>
   <source>the file says that this span is wrong</source>
   <translation>файл каже, що цей фрагмент хибний</translation>
  </message>
  <message>
   <source>the file was brought up to date</source>
   <translation>файл оновлено</translation>
  </message>
  <message>
   <source>the flag</source>
   <translation>прапорець</translation>
  </message>
  <message>
   <source>the key “{0}” stands twice in one object, with different values</source>
   <translation>ключ «{0}» стоїть в одному об’єкті двічі, з різними значеннями</translation>
  </message>
  <message>
   <source>the label must be a word, not {0}</source>
   <translation>мітка має бути словом, а не {0}</translation>
  </message>
  <message>
   <source>the label “{0}” is written {1}, as a tag has no blank and O means no label</source>
   <translation>мітку «{0}» записано як {1}, бо тег не має пробілів, а O означає, що мітки немає</translation>
  </message>
  <message>
   <source>the last column</source>
   <translation>останній стовпець</translation>
  </message>
  <message>
   <source>the line has {0} {1}, more than the {2} that a line may have</source>
   <translation>рядок має {0} {1}, більше, ніж {2}, які може мати рядок</translation>
  </message>
  <message>
   <source>the line is UTF-8, not {0}; it was read so</source>
   <translation>рядок у UTF-8, а не {0}; так його й прочитано</translation>
  </message>
  <message>
   <source>the name of the day does not fit the date; the date is taken</source>
   <translation>назва дня не пасує до дати; узято дату</translation>
  </message>
  <message>
   <source>the page gives no time that can be read</source>
   <translation>сторінка не дає часу, який можна прочитати</translation>
  </message>
  <message>
   <source>the project has no label {0}</source>
   <translation>у проєкті немає мітки {0}</translation>
  </message>
  <message>
   <source>the quotation marks of the row do not fit ({0})</source>
   <translation>лапки в рядку не сходяться ({0})</translation>
  </message>
  <message>
   <source>the row answers about a part of a text that stands above; both are one entry</source>
   <translation>рядок відповідає на частину тексту, що стоїть вище; обидва — один запис</translation>
  </message>
  <message>
   <source>the row has {0} cells, the first has {1}</source>
   <translation>рядок має {0} {0:клітинку|клітинки|клітинок}, перший — {1}</translation>
  </message>
  <message>
   <source>the row {0} names words that follow, or none; it was passed over</source>
   <translation>рядок {0} називає слова, які йдуть далі, або жодних; його пропущено</translation>
  </message>
  <message>
   <source>the row's tokens have no offsets</source>
   <translation>токени рядка не мають позицій</translation>
  </message>
  <message>
   <source>the same live blog is in the page twice; the second is left out</source>
   <translation>та сама онлайн-хроніка є на сторінці двічі; другу пропущено</translation>
  </message>
  <message>
   <source>the same span stands here twice</source>
   <translation>той самий фрагмент стоїть тут двічі</translation>
  </message>
  <message>
   <source>the same text was answered again; the last answer counts</source>
   <translation>на той самий текст відповіли знову; враховується остання відповідь</translation>
  </message>
  <message>
   <source>the score is not a number that JSON can hold; it was left out</source>
   <translation>оцінка — не число, яке може містити JSON; її пропущено</translation>
  </message>
  <message>
   <source>the score must be a number, not {0}</source>
   <translation>оцінка має бути числом, а не {0}</translation>
  </message>
  <message>
   <source>the score {0} is no number that can be compared</source>
   <translation>оцінка {0} — не число, яке можна порівняти</translation>
  </message>
  <message>
   <source>the span holds only white space</source>
   <translation>у фрагменті лише пробіли</translation>
  </message>
  <message>
   <source>the span is given by its tokens, and the row has no tokens</source>
   <translation>фрагмент дано токенами, а рядок токенів не має</translation>
  </message>
  <message>
   <source>the span {0}..{1} leaves the text of {2} characters</source>
   <translation>фрагмент {0}..{1} виходить за межі тексту з {2} {2:символу|символів|символів}</translation>
  </message>
  <message>
   <source>the span's tokens {0}..{1} are not among the row's {2} tokens</source>
   <translation>токенів фрагмента {0}..{1} немає серед {2} {2:токена|токенів|токенів} рядка</translation>
  </message>
  <message>
   <source>the state {0} is none of {1}</source>
   <translation>стан {0} — жоден із {1}</translation>
  </message>
  <message>
   <source>the step “{0}” is another one there than here</source>
   <translation>крок «{0}» там інший, ніж тут</translation>
  </message>
  <message>
   <source>the task's data hold no text (a web address or a dialogue is not one)</source>
   <translation>у даних завдання немає тексту (вебадреса чи діалог — не текст)</translation>
  </message>
  <message>
   <source>the task's data hold several texts ({0}); say which is meant with --columns text=KEY</source>
   <translation>у даних завдання кілька текстів ({0}); скажіть, який саме: --columns text=KEY</translation>
  </message>
  <message>
   <source>the text changed here; the span could not be carried over</source>
   <translation>текст тут змінився; фрагмент не вдалося перенести</translation>
  </message>
  <message>
   <source>the text of an entry ({0}) is not the one its hash tells</source>
   <translation>текст запису ({0}) не той, про який каже його хеш</translation>
  </message>
  <message>
   <source>the texts of these entries hold no token</source>
   <translation>у текстах цих записів немає жодного токена</translation>
  </message>
  <message>
   <source>the time as written is none that can be read; it is kept as written</source>
   <translation>записаний час прочитати не вдається; його лишено як є</translation>
  </message>
  <message>
   <source>the trained model {0}</source>
   <translation>навчена модель {0}</translation>
  </message>
  <message>
   <source>the units leave no room to differ</source>
   <translation>одиниці не лишають місця для розбіжностей</translation>
  </message>
  <message>
   <source>the words do not stand in `# text` in this order; the text was put together from the words</source>
   <translation>слова стоять у `# text` не в цьому порядку; текст складено зі слів</translation>
  </message>
  <message>
   <source>the zone {0} names no offset; the time is kept as local</source>
   <translation>пояс {0} не називає зсуву; час лишено місцевим</translation>
  </message>
  <message>
   <source>there is no layer to compare</source>
   <translation>немає шарів для порівняння</translation>
  </message>
  <message>
   <source>there is no text under “{0}”; the object has {1}</source>
   <translation>під «{0}» немає тексту; в об’єкті є {1}</translation>
  </message>
  <message>
   <source>there is no text under “{0}”; the task's data have {1}</source>
   <translation>під «{0}» немає тексту; у даних завдання є {1}</translation>
  </message>
  <message>
   <source>this is JSON, but not an object with a text</source>
   <translation>це JSON, але не об’єкт із текстом</translation>
  </message>
  <message>
   <source>this is no task of Label Studio: there is no object under “data”</source>
   <translation>це не завдання Label Studio: під «data» немає об’єкта</translation>
  </message>
  <message>
   <source>time</source>
   <translation>час</translation>
  </message>
  <message>
   <source>time {0} ({1})</source>
   <translation>час: {0} ({1})</translation>
  </message>
  <message>
   <source>title</source>
   <translation>заголовок</translation>
  </message>
  <message>
   <source>title, date or author</source>
   <translation>заголовок, дата чи автор</translation>
  </message>
  <message>
   <source>token split</source>
   <translation>токен поділено</translation>
  </message>
  <message>
   <source>too much</source>
   <translation>забагато</translation>
  </message>
  <message>
   <source>training</source>
   <translation>навчання</translation>
  </message>
  <message>
   <source>unanimous</source>
   <translation>одностайно</translation>
  </message>
  <message>
   <source>undefined in every resample</source>
   <translation>не визначено в жодній вибірці</translation>
  </message>
  <message>
   <source>unexpected end</source>
   <translation>несподіваний кінець</translation>
  </message>
  <message>
   <source>until {0}</source>
   <translation>до {0}</translation>
  </message>
  <message>
   <source>update {0} has neither headline nor text</source>
   <translation>оновлення {0} не має ні заголовка, ні тексту</translation>
  </message>
  <message>
   <source>update {0} is no object</source>
   <translation>оновлення {0} — не об’єкт</translation>
  </message>
  <message>
   <source>update {0}: NUL or half a surrogate pair became U+FFFD</source>
   <translation>оновлення {0}: NUL або половина сурогатної пари стали U+FFFD</translation>
  </message>
  <message>
   <source>vertical bar</source>
   <translation>вертикальна риска</translation>
  </message>
  <message>
   <source>what it says of an entry is none</source>
   <translation>те, що воно каже про запис, — не відомості</translation>
  </message>
  <message>
   <source>where suggestions were {0}, neither side marked anything</source>
   <translation>де пропозиції {0}, жодна сторона нічого не позначила</translation>
  </message>
  <message>
   <source>where suggestions were {0}, no entry counts</source>
   <translation>де пропозиції {0}, жоден запис не враховується</translation>
  </message>
  <message>
   <source>white space at a span's edge</source>
   <translation>пробіли на межі фрагмента</translation>
  </message>
  <message>
   <source>word|…|tag, a sentence a line</source>
   <translation>слово|…|тег, речення на рядок</translation>
  </message>
  <message>
   <source>word|…|tag, a word a line</source>
   <translation>слово|…|тег, слово на рядок</translation>
  </message>
  <message>
   <source>your token pattern</source>
   <translation>ваш зразок із токенів</translation>
  </message>
  <message>
   <source>yours, another label</source>
   <translation>ваш, інша мітка</translation>
  </message>
  <message>
   <source>yours, equal</source>
   <translation>ваш, такий самий</translation>
  </message>
  <message>
   <source>yours, overlapping</source>
   <translation>ваш, перекривається</translation>
  </message>
  <message>
   <source>zeros in every second byte</source>
   <translation>нулі в кожному другому байті</translation>
  </message>
  <message>
   <source>{0} (read as {1}) holds no entry; nothing was taken in.</source>
   <translation>У {0} (прочитано як {1}) немає жодного запису; нічого не взято.</translation>
  </message>
  <message>
   <source>{0} an entry</source>
   <translation>{0} на запис</translation>
  </message>
  <message>
   <source>{0} and {1} more</source>
   <translation>{0} і ще {1}</translation>
  </message>
  <message>
   <source>{0} begins a span, though no {1} stands before it</source>
   <translation>{0} починає фрагмент, хоча перед ним немає {1}</translation>
  </message>
  <message>
   <source>{0} begins or ends with a blank, which is no token; the words are tagged</source>
   <translation>{0} починається чи закінчується пробілом, а це не токен; теги стоять на словах</translation>
  </message>
  <message>
   <source>{0} cannot be corrected; title, published and author can.</source>
   <translation>{0} виправити не можна; можна заголовок, дату й автора.</translation>
  </message>
  <message>
   <source>{0} cannot be held against itself; name another layer, or “suggestions”.</source>
   <translation>{0} не можна зіставити з собою; назвіть інший шар або «suggestions».</translation>
  </message>
  <message>
   <source>{0} cannot be opened: the folder does not exist or may not be written.</source>
   <translation>{0} не можна відкрити: теки немає або в неї не можна писати.</translation>
  </message>
  <message>
   <source>{0} cannot be read: {1}.</source>
   <translation>{0} не вдається прочитати: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot be written: {1}.</source>
   <translation>{0} не вдається записати: {1}.</translation>
  </message>
  <message>
   <source>{0} cannot hold everything, and --strict was asked for: {1} (entry {2}).</source>
   <translation>{0} не може вмістити всього, а задано --strict: {1} (запис {2}).</translation>
  </message>
  <message>
   <source>{0} could not be copied to look at it: {1}.</source>
   <translation>{0} не вдалося скопіювати, щоб переглянути: {1}.</translation>
  </message>
  <message>
   <source>{0} could not be put back: {1}. The backup is untouched.</source>
   <translation>{0} не вдалося повернути: {1}. Резервну копію не зачеплено.</translation>
  </message>
  <message>
   <source>{0} could not be put in place: {1}.</source>
   <translation>{0} не вдалося покласти на місце: {1}.</translation>
  </message>
  <message>
   <source>{0} could not be read or written ({1}).</source>
   <translation>{0} не вдалося прочитати чи записати ({1}).</translation>
  </message>
  <message>
   <source>{0} could not be written: {1}.</source>
   <translation>{0} не вдалося записати: {1}.</translation>
  </message>
  <message>
   <source>{0} does not name its scheme: begin it with a line like name = "harbours".</source>
   <translation>{0} не називає своєї схеми: почніть файл рядком на зразок name = "harbours".</translation>
  </message>
  <message>
   <source>{0} does not say rightly which version of a project it is; it was not read. Ask for the file anew.</source>
   <translation>{0} неправильно каже, якої версії цей проєкт; його не прочитано. Попросіть файл ще раз.</translation>
  </message>
  <message>
   <source>{0} entries to practise on were asked for; the layer that is right has {1} that are done and that nobody is to label.</source>
   <translation>Для вправ просили {0} {0:запис|записи|записів}; правильний шар має {1}, які готові і яких ніхто не повинен розмічати.</translation>
  </message>
  <message>
   <source>{0} entries to {1}; suggestions by {2}</source>
   <translation>{0} {0:запис|записи|записів} для {1}; пропозиції: {2}</translation>
  </message>
  <message>
   <source>{0} entries: {1}</source>
   <translation>{0} {0:запис|записи|записів}: {1}</translation>
  </message>
  <message>
   <source>{0} exists already. Choose another name for the bundle.</source>
   <translation>{0} уже є. Виберіть іншу назву для пакета.</translation>
  </message>
  <message>
   <source>{0} exists already. Choose another name for the copy.</source>
   <translation>{0} уже є. Виберіть іншу назву для копії.</translation>
  </message>
  <message>
   <source>{0} exists already. Choose another name, or open it.</source>
   <translation>{0} уже є. Виберіть іншу назву або відкрийте його.</translation>
  </message>
  <message>
   <source>{0} gives the {1} {2} to two labels: each label needs its own.</source>
   <translation>{0}: {1} {2} дано двом міткам; кожна мітка потребує свого.</translation>
  </message>
  <message>
   <source>{0} has a row of more than {1} million characters that is still open at line {2}: close the quotation mark before it.</source>
   <translation>{0} має рядок, довший за {1} млн символів, який на рядку {2} ще відкритий: закрийте лапку перед ним.</translation>
  </message>
  <message>
   <source>{0} has a token pattern for {1} that spaCy refuses: {2}</source>
   <translation>{0} має для {1} зразок із токенів, який spaCy відхиляє: {2}</translation>
  </message>
  <message>
   <source>{0} has more than the {1} rows that a sheet may have.</source>
   <translation>{0} має понад {1} {1:рядок|рядки|рядків}, які може мати аркуш.</translation>
  </message>
  <message>
   <source>{0} has more than {1} million characters, more than this format can take; split the file.</source>
   <translation>{0} має понад {1} млн символів, більше, ніж приймає цей формат; поділіть файл.</translation>
  </message>
  <message>
   <source>{0} has more than {1} patterns: split the list.</source>
   <translation>{0} має понад {1} {1:зразок|зразки|зразків}: поділіть список.</translation>
  </message>
  <message>
   <source>{0} has no column left for the text; say which it is (text=NAME): it has {1}.</source>
   <translation>У {0} не лишилося стовпця для тексту; скажіть, який це (text=NAME): є {1}.</translation>
  </message>
  <message>
   <source>{0} has no column of tags such as B-PER, I-PER and O; check that it is CoNLL, or name its format.</source>
   <translation>У {0} немає стовпця з тегами, такими як B-PER, I-PER та O; перевірте, чи це CoNLL, або назвіть формат.</translation>
  </message>
  <message>
   <source>{0} has no column “{1}”; it has {2}.</source>
   <translation>У {0} немає стовпця «{1}»; є {2}.</translation>
  </message>
  <message>
   <source>{0} has no key: add a line like key = "SHIP".</source>
   <translation>{0} не має ключа: додайте рядок на зразок key = "SHIP".</translation>
  </message>
  <message>
   <source>{0} has no labels: give each one a [[labels]] table with a key.</source>
   <translation>У {0} немає міток: дайте кожній таблицю [[labels]] із ключем.</translation>
  </message>
  <message>
   <source>{0} has no live blog that can be read: looked for {1}; {2}. Save the text of the page as a text file instead.</source>
   <translation>У {0} немає онлайн-хроніки, яку можна прочитати: шукали {1}; {2}. Збережіть натомість текст сторінки як текстовий файл.</translation>
  </message>
  <message>
   <source>{0} has no row in its beginning: is a quotation mark not closed, or is it not a table?</source>
   <translation>На початку {0} немає жодного рядка: чи не лишилася відкритою лапка і чи це таблиця?</translation>
  </message>
  <message>
   <source>{0} has no row with a filled cell: there is nothing to read in it.</source>
   <translation>У {0} немає рядка із заповненою клітинкою: читати нічого.</translation>
  </message>
  <message>
   <source>{0} has no sheet “{1}”; it has {2}.</source>
   <translation>У {0} немає аркуша «{1}»; є {2}.</translation>
  </message>
  <message>
   <source>{0} has no visible sign, so no token</source>
   <translation>{0} не має видимих знаків, тож і токена</translation>
  </message>
  <message>
   <source>{0} has none of the formats that can be read ({1}); name the format if you know it.</source>
   <translation>{0} не має жодного з форматів, які можна читати ({1}); назвіть формат, якщо знаєте.</translation>
  </message>
  <message>
   <source>{0} has the colour {1}: it can be a number from 1 to {2}.</source>
   <translation>{0} має колір {1}: це може бути число від 1 до {2}.</translation>
  </message>
  <message>
   <source>{0} has the id {1}: an id has 32 hexadecimal digits; leave it out to have one made.</source>
   <translation>{0} має id {1}: ідентифікатор має 32 шістнадцяткові цифри; не пишіть його, і він буде створений.</translation>
  </message>
  <message>
   <source>{0} has the key {1}: {2}.</source>
   <translation>{0} має ключ {1}: {2}.</translation>
  </message>
  <message>
   <source>{0} has the shortcut {1}: {2}.</source>
   <translation>{0} має клавішу {1}: {2}.</translation>
  </message>
  <message>
   <source>{0} has {1} columns, more than the {2} that a table may have.</source>
   <translation>У {0} {1} {1:стовпець|стовпці|стовпців}, більше, ніж {2}, які може мати таблиця.</translation>
  </message>
  <message>
   <source>{0} has {1} labels: {2} are the most a scheme can have.</source>
   <translation>У {0} {1} {1:мітка|мітки|міток}: схема може мати щонайбільше {2}.</translation>
  </message>
  <message>
   <source>{0} has {1}, so it is not a live blog; import it as text.</source>
   <translation>У {0} немає {1}, тож це не онлайн-хроніка; імпортуйте файл як текст.</translation>
  </message>
  <message>
   <source>{0} has {1}, which is not known here: it can have {2}.</source>
   <translation>{0} має {1}, що тут невідоме; може бути {2}.</translation>
  </message>
  <message>
   <source>{0} holds a value larger than the {1} MB that a cell of a project may have; it was not taken.</source>
   <translation>{0} містить значення, більше за {1} МБ, які може мати клітинка проєкту; його не взято.</translation>
  </message>
  <message>
   <source>{0} holds no entry of this project: name a JSONL file that was exported from it.</source>
   <translation>У {0} немає жодного запису цього проєкту: назвіть файл JSONL, який із нього експортовано.</translation>
  </message>
  <message>
   <source>{0} holds no pattern: give names and labels, one a line.</source>
   <translation>У {0} немає жодного зразка: дайте назви й мітки, по одній на рядок.</translation>
  </message>
  <message>
   <source>{0} holds no text outside of notes and boxes: there is nothing to read in it.</source>
   <translation>У {0} немає тексту поза примітками й полями: читати нічого.</translation>
  </message>
  <message>
   <source>{0} holds only white space: there is nothing to read in it.</source>
   <translation>У {0} лише пробіли: читати нічого.</translation>
  </message>
  <message>
   <source>{0} holds something that no project has ({1}); it was not read. Ask where the file comes from.</source>
   <translation>{0} містить те, чого не має жоден проєкт ({1}); його не прочитано. Запитайте, звідки цей файл.</translation>
  </message>
  <message>
   <source>{0} is a Word or Excel file of the old kind, or one with a password: open it there and save it as .docx or .xlsx.</source>
   <translation>{0} — файл Word чи Excel старого виду або з паролем: відкрийте його там і збережіть як .docx чи .xlsx.</translation>
  </message>
  <message>
   <source>{0} is a ZIP archive: unpack it and bring in the files that are in it.</source>
   <translation>{0} — архів ZIP: розпакуйте його й додайте файли з нього.</translation>
  </message>
  <message>
   <source>{0} is a database, but not a project of this program.</source>
   <translation>{0} — база даних, але не проєкт цієї програми.</translation>
  </message>
  <message>
   <source>{0} is a folder, not a project file.</source>
   <translation>{0} — тека, а не файл проєкту.</translation>
  </message>
  <message>
   <source>{0} is a folder, not a project.</source>
   <translation>{0} — тека, а не проєкт.</translation>
  </message>
  <message>
   <source>{0} is a folder; give the name of the file to write.</source>
   <translation>{0} — тека; дайте назву файлу, який записати.</translation>
  </message>
  <message>
   <source>{0} is a folder; name the files in it.</source>
   <translation>{0} — тека; назвіть файли в ній.</translation>
  </message>
  <message>
   <source>{0} is an OpenDocument file: open it in LibreOffice and save it as {1}.</source>
   <translation>{0} — файл OpenDocument: відкрийте його в LibreOffice і збережіть як {1}.</translation>
  </message>
  <message>
   <source>{0} is damaged ({1}); nothing of it was taken. Ask for the file anew.</source>
   <translation>{0} пошкоджено ({1}); нічого з нього не взято. Попросіть файл ще раз.</translation>
  </message>
  <message>
   <source>{0} is damaged and cannot be read; open it in the program that wrote it and save it anew.</source>
   <translation>{0} пошкоджено, його не вдається прочитати; відкрийте його у програмі, яка його записала, і збережіть наново.</translation>
  </message>
  <message>
   <source>{0} is damaged. Go back to a backup with “annotator restore”; the damaged file stays as it is.</source>
   <translation>{0} пошкоджено. Поверніться до резервної копії: «annotator restore»; пошкоджений файл лишиться як є.</translation>
  </message>
  <message>
   <source>{0} is empty: there is nothing to read in it.</source>
   <translation>{0} порожній: читати нічого.</translation>
  </message>
  <message>
   <source>{0} is in the project already, the same to the byte; nothing was taken.</source>
   <translation>{0} уже є в проєкті, однаковий до байта; нічого не взято.</translation>
  </message>
  <message>
   <source>{0} is larger than {1} MB: split the list.</source>
   <translation>{0} більший за {1} МБ: поділіть список.</translation>
  </message>
  <message>
   <source>{0} is larger than {1} MB: that is no scheme.</source>
   <translation>{0} більший за {1} МБ: це не схема.</translation>
  </message>
  <message>
   <source>{0} is neither a backup (*{1}) nor a release in JSONL; name one of these, or a date.</source>
   <translation>{0} — не резервна копія (*{1}) і не випуск у JSONL; назвіть щось із цього або дату.</translation>
  </message>
  <message>
   <source>{0} is nested too deep for a list of names.</source>
   <translation>{0} вкладено заглибоко як на список назв.</translation>
  </message>
  <message>
   <source>{0} is nested too deep for a scheme.</source>
   <translation>{0} вкладено заглибоко як на схему.</translation>
  </message>
  <message>
   <source>{0} is no .{1} file.</source>
   <translation>{0} — не файл .{1}.</translation>
  </message>
  <message>
   <source>{0} is no copy of this project: it shares no decision with it.</source>
   <translation>{0} — не копія цього проєкту: у них немає жодного спільного рішення.</translation>
  </message>
  <message>
   <source>{0} is no number of JSON</source>
   <translation>{0} — не число JSON</translation>
  </message>
  <message>
   <source>{0} is no spaCy pipeline: such a folder holds config.cfg and meta.json.</source>
   <translation>{0} — не конвеєр spaCy: у такій теці є config.cfg і meta.json.</translation>
  </message>
  <message>
   <source>{0} is not a file that can be read twice (a pipe or a device); save it as a file first.</source>
   <translation>{0} — не файл, який можна прочитати двічі (канал або пристрій); спершу збережіть його як файл.</translation>
  </message>
  <message>
   <source>{0} is not a project of this program: its first bytes are not those of one.</source>
   <translation>{0} — не проєкт цієї програми: перші байти не ті.</translation>
  </message>
  <message>
   <source>{0} is not in UTF-8: save it as UTF-8.</source>
   <translation>{0} не в UTF-8: збережіть його як UTF-8.</translation>
  </message>
  <message>
   <source>{0} is not right CSV: {1}.</source>
   <translation>{0} — неправильний CSV: {1}.</translation>
  </message>
  <message>
   <source>{0} is not right TOML: {1}.</source>
   <translation>{0} — неправильний TOML: {1}.</translation>
  </message>
  <message>
   <source>{0} is not text: it holds bytes that no text has. Save it as plain text, CSV or JSON Lines first.</source>
   <translation>{0} — не текст: у ньому є байти, яких у тексті не буває. Спершу збережіть його як простий текст, CSV або JSON Lines.</translation>
  </message>
  <message>
   <source>{0} is not text: it is {1}.</source>
   <translation>{0} — не текст: це {1}.</translation>
  </message>
  <message>
   <source>{0} is open for {1} by {2} on the computer “{3}” since {4}. Close it there. If that computer is gone, remove the file {5} beside the project; until then it can be looked at.</source>
   <translation>{0} відкрито ({1}): {2} на комп’ютері «{3}» від {4}. Закрийте його там. Якщо того комп’ютера вже немає, вилучіть файл {5} поруч із проєктом; доти проєкт можна переглядати.</translation>
  </message>
  <message>
   <source>{0} is open for {1} by {2} on this computer (“{3}”, process {4}) since {5}. Close it there; until then it can be looked at.</source>
   <translation>{0} відкрито ({1}): {2} на цьому комп’ютері («{3}», процес {4}) від {5}. Закрийте його там; доти проєкт можна переглядати.</translation>
  </message>
  <message>
   <source>{0} is open for {1} in another window or command. Close it there; until then it can be looked at.</source>
   <translation>{0} відкрито ({1}) в іншому вікні чи команді. Закрийте його там; доти проєкт можна переглядати.</translation>
  </message>
  <message>
   <source>{0} is open to look only, so nothing can be decided in it.</source>
   <translation>{0} відкрито лише для перегляду, тож рішень у ньому ухвалювати не можна.</translation>
  </message>
  <message>
   <source>{0} is the last of its span, as the next tag is {1}</source>
   <translation>{0} — останній у своєму фрагменті, бо наступний тег — {1}</translation>
  </message>
  <message>
   <source>{0} is the last of its span, as the sentence ends</source>
   <translation>{0} — останній у своєму фрагменті, бо речення закінчується</translation>
  </message>
  <message>
   <source>{0} is the project itself; name a backup to go back to.</source>
   <translation>{0} — це сам проєкт; назвіть резервну копію, до якої повернутися.</translation>
  </message>
  <message>
   <source>{0} is there already; name a folder that is not.</source>
   <translation>{0} уже є; назвіть теку, якої немає.</translation>
  </message>
  <message>
   <source>{0} is this very project; name the files that others handed back.</source>
   <translation>{0} — це той самий проєкт; назвіть файли, які повернули інші.</translation>
  </message>
  <message>
   <source>{0} is {1} GB large; no project file is larger than {2} GB.</source>
   <translation>{0} має {1} ГБ; файл проєкту не буває більшим за {2} ГБ.</translation>
  </message>
  <message>
   <source>{0} kept as source</source>
   <translation>{0} лишено як джерело</translation>
  </message>
  <message>
   <source>{0} label added, {1} changed, {2} guideline written anew</source>
   <translation>Додано {0} {0:мітку|мітки|міток}, змінено {1}, наново написано {2} {2:настанову|настанови|настанов}</translation>
  </message>
  <message>
   <source>{0} label added, {1} changed, {2} guidelines written anew</source>
   <translation>Додано {0} {0:мітку|мітки|міток}, змінено {1}, наново написано {2} {2:настанову|настанови|настанов}</translation>
  </message>
  <message>
   <source>{0} labels added, {1} changed, {2} guideline written anew</source>
   <translation>Додано {0} {0:мітку|мітки|міток}, змінено {1}, наново написано {2} {2:настанову|настанови|настанов}</translation>
  </message>
  <message>
   <source>{0} labels added, {1} changed, {2} guidelines written anew</source>
   <translation>Додано {0} {0:мітку|мітки|міток}, змінено {1}, наново написано {2} {2:настанову|настанови|настанов}</translation>
  </message>
  <message>
   <source>{0} lacks or changes a part of a project ({1}); it was not read. Ask for the file anew.</source>
   <translation>У {0} бракує частини проєкту або її змінено ({1}); його не прочитано. Попросіть файл ще раз.</translation>
  </message>
  <message>
   <source>{0} layers are called “{1}”; name one by its id instead: {2}.</source>
   <translation>{0} {0:шар має|шари мають|шарів мають} назву «{1}»; назвіть один за ідентифікатором: {2}.</translation>
  </message>
  <message>
   <source>{0} left out</source>
   <translation>{0} пропущено</translation>
  </message>
  <message>
   <source>{0} left out: they overlap others that were accepted.</source>
   <translation>{0} {0:пропущено: вона перекриває іншу, прийняту|пропущено: вони перекривають інші, прийняті|пропущено: вони перекривають інші, прийняті}.</translation>
  </message>
  <message>
   <source>{0} marked nothing in these entries</source>
   <translation>{0} не має позначок у цих записах</translation>
  </message>
  <message>
   <source>{0} marked nothing, and gamma aligns spans of every layer</source>
   <translation>{0} не має позначок, а γ зіставляє фрагменти кожного шару</translation>
  </message>
  <message>
   <source>{0} of {1} pairs have no kappa ({2}) and are not in the mean</source>
   <translation>{0} з {1} {1:пари|пар|пар} не мають κ ({2}) і не входять до середнього</translation>
  </message>
  <message>
   <source>{0} of {1} pairs have no span to compare and are not in the mean</source>
   <translation>{0} з {1} {1:пари|пар|пар} не мають фрагментів для порівняння і не входять до середнього</translation>
  </message>
  <message>
   <source>{0} of {1} right, {2} marked</source>
   <translation>{0} з {1} правильно, {2} позначено</translation>
  </message>
  <message>
   <source>{0} or its folder is read-only, so no decision could be kept. Copy it to a folder of your own, or open it to look only.</source>
   <translation>{0} або його тека лише для читання, тож жодного рішення не вдалося б зберегти. Скопіюйте файл до власної теки або відкрийте лише для перегляду.</translation>
  </message>
  <message>
   <source>{0} or its folder is read-only. Copy it to a folder of your own, or open it to look only.</source>
   <translation>{0} або його тека лише для читання. Скопіюйте файл до власної теки або відкрийте лише для перегляду.</translation>
  </message>
  <message>
   <source>{0} overlaps {1}, and a token has one tag</source>
   <translation>{0} перекривається з {1}, а токен має один тег</translation>
  </message>
  <message>
   <source>{0} people</source>
   <translation>{0} {0:людина|людини|людей}</translation>
  </message>
  <message>
   <source>{0} people are called “{1}”; name one by the beginning of the id: {2}.</source>
   <translation>{0} {0:людина має|людини мають|людей мають} ім’я «{1}»; назвіть одну за початком ідентифікатора: {2}.</translation>
  </message>
  <message>
   <source>{0} read back differs in entry {1}: it {2}. {3}</source>
   <translation>Прочитаний знову, {0} відрізняється в записі {1}: він {2}. {3}</translation>
  </message>
  <message>
   <source>{0} read back has another text or id at entry {1}. {2}</source>
   <translation>Прочитаний знову, {0} має інший текст або ідентифікатор у записі {1}. {2}</translation>
  </message>
  <message>
   <source>{0} read back has more entries than were stored. {1}</source>
   <translation>Прочитаний знову, {0} має більше записів, ніж було збережено. {1}</translation>
  </message>
  <message>
   <source>{0} read back lacks entry {1}. {2}</source>
   <translation>Прочитаний знову, {0} не має запису {1}. {2}</translation>
  </message>
  <message>
   <source>{0} rejected</source>
   <translation>{0} відхилено</translation>
  </message>
  <message>
   <source>{0} says overlap = "{1}": it can be "flat" or "nested".</source>
   <translation>У {0} стоїть overlap = "{1}": може бути "flat" або "nested".</translation>
  </message>
  <message>
   <source>{0} says retired = {1}: it can be true or false.</source>
   <translation>У {0} стоїть retired = {1}: може бути true або false.</translation>
  </message>
  <message>
   <source>{0} seems to have been copied while it was open: its newest decisions may have stayed behind. If the original is there, close the program on it and copy it again, or use “annotator backup”.</source>
   <translation>Схоже, {0} скопіювали, поки файл був відкритий: найновіші рішення могли лишитися позаду. Якщо оригінал є, закрийте на ньому програму й скопіюйте знову, або скористайтеся «annotator backup».</translation>
  </message>
  <message>
   <source>{0} span moved from {1} to {2}.</source>
   <translation>{0} {0:фрагмент перенесено|фрагменти перенесено|фрагментів перенесено} з {1} до {2}.</translation>
  </message>
  <message>
   <source>{0} spans are more than the {1} that gamma is computed for; choose a source or a window of time</source>
   <translation>{0} {0:фрагмент|фрагменти|фрагментів} — більше, ніж {1}, для яких обчислюється γ; виберіть джерело або проміжок часу</translation>
  </message>
  <message>
   <source>{0} spans moved from {1} to {2}.</source>
   <translation>{0} {0:фрагмент перенесено|фрагменти перенесено|фрагментів перенесено} з {1} до {2}.</translation>
  </message>
  <message>
   <source>{0} times</source>
   <translation>{0} {0:раз|рази|разів}</translation>
  </message>
  <message>
   <source>{0} to everyone</source>
   <translation>{0} усім</translation>
  </message>
  <message>
   <source>{0} unpacks to more than {1} million bytes, more than this format can take: split it.</source>
   <translation>{0} розпаковується більш ніж у {1} млн байтів, більше, ніж приймає цей формат: поділіть його.</translation>
  </message>
  <message>
   <source>{0} used one category throughout; kappa is then 0, whatever the other did</source>
   <translation>{0} — скрізь одна категорія; κ тоді 0, хай би що робив інший</translation>
  </message>
  <message>
   <source>{0} was handed out to {1}, and you are {2}. If you are {3}, say so (--as “{4}”); else ask for a bundle of your own.</source>
   <translation>{0} видано людині на ім’я {1}, а ви — {2}. Якщо ви {3}, скажіть про це (--as «{4}»); інакше попросіть власний пакет.</translation>
  </message>
  <message>
   <source>{0} was handed out to {1}; you see it as {2} does.</source>
   <translation>{0} видано людині на ім’я {1}; ви бачите його так, як {2}.</translation>
  </message>
  <message>
   <source>{0} was made by a newer version of this program (file version {1}, known up to {2}). Install the newer version; nothing was changed.</source>
   <translation>{0} створила новіша версія цієї програми (версія файлу {1}, відомі до {2}). Установіть новішу версію; нічого не змінено.</translation>
  </message>
  <message>
   <source>{0} was made by an older version of this program (file version {1}, now {2}) and has to be brought up to date before it can be looked at: open it to decide once, where it can be written; a backup is made first.</source>
   <translation>{0} створила давніша версія цієї програми (версія файлу {1}, тепер {2}), і його треба оновити, перш ніж переглядати: відкрийте його раз для розмітки там, де можна писати; спершу буде зроблено резервну копію.</translation>
  </message>
  <message>
   <source>{0} was not needed: the file has dates of its own</source>
   <translation>{0} не знадобилося: у файлі є свої дати</translation>
  </message>
  <message>
   <source>{0} was not taken: a decision in it ({1}) is another one here. Ask for the file anew.</source>
   <translation>{0} не взято: рішення в ньому ({1}) тут інше. Попросіть файл ще раз.</translation>
  </message>
  <message>
   <source>{0} was not taken: {1}. Nothing was changed; ask for the file anew.</source>
   <translation>{0} не взято: {1}. Нічого не змінено; попросіть файл ще раз.</translation>
  </message>
  <message>
   <source>{0} was taken as O</source>
   <translation>{0} взято як O</translation>
  </message>
  <message>
   <source>{0} would be typed into fields: hold Ctrl or Alt with it for “{1}”.</source>
   <translation>{0} друкувалося б у полях: додайте Ctrl або Alt для «{1}».</translation>
  </message>
  <message>
   <source>{0} written, 0 inferred, {1} unknown</source>
   <translation>{0} записано, 0 виведено, {1} невідомо</translation>
  </message>
  <message>
   <source>{0} written, {1} inferred, {2} unknown</source>
   <translation>{0} записано, {1} виведено, {2} невідомо</translation>
  </message>
  <message>
   <source>{0}, by source{1}{2}, seed {3}</source>
   <translation>{0}, за джерелами{1}{2}, зерно {3}</translation>
  </message>
  <message>
   <source>{0}, corrected</source>
   <translation>{0}, виправлено</translation>
  </message>
  <message>
   <source>{0}, label number {1}</source>
   <translation>{0}, мітка номер {1}</translation>
  </message>
  <message>
   <source>{0}, label {1}</source>
   <translation>{0}, мітка {1}</translation>
  </message>
  <message>
   <source>{0}, line {1} has no label.</source>
   <translation>{0}, рядок {1} не має мітки.</translation>
  </message>
  <message>
   <source>{0}, line {1} has no pattern: give a text or a list of tokens.</source>
   <translation>{0}, рядок {1} не має зразка: дайте текст або список токенів.</translation>
  </message>
  <message>
   <source>{0}, line {1} is not one JSON object: write one pattern a line.</source>
   <translation>{0}, рядок {1} — не один об’єкт JSON: пишіть один зразок на рядок.</translation>
  </message>
  <message>
   <source>{0}, line {1} uses REGEX or FUZZY, which can run without end: write the words out.</source>
   <translation>{0}, рядок {1} вживає REGEX або FUZZY, що може тривати без кінця: випишіть слова.</translation>
  </message>
  <message>
   <source>{0}, line {1}: a name and its label are needed, like Riga,GPE.</source>
   <translation>{0}, рядок {1}: потрібні назва і її мітка, наприклад Riga,GPE.</translation>
  </message>
  <message>
   <source>{0}: label {1} is merged into {2}, which is no other label of this scheme.</source>
   <translation>{0}: мітку {1} злито з {2}, а це не інша мітка цієї схеми.</translation>
  </message>
  <message>
   <source>{0}: {1} has to be a list of names, like {2} = ["Riga", "Tallinn"].</source>
   <translation>{0}: {1} має бути списком назв, наприклад {2} = ["Riga", "Tallinn"].</translation>
  </message>
  <message>
   <source>{0}: {1} has to be a text in quotation marks, not {2}.</source>
   <translation>{0}: {1} має бути текстом у лапках, а не {2}.</translation>
  </message>
  <message>
   <source>{0}: {1} holds a NUL character, which no project can store.</source>
   <translation>{0}: {1} містить символ NUL, якого жоден проєкт не збереже.</translation>
  </message>
  <message>
   <source>{0}; it was left out</source>
   <translation>{0}; це пропущено</translation>
  </message>
  <message>
   <source>{0}; uncertain, the next dated entry ({1}) would give another</source>
   <translation>{0}; непевно, за наступним записом із датою ({1}) вийшов би інший</translation>
  </message>
  <message>
   <source>{0}; what follows was not read</source>
   <translation>{0}; що стоїть далі, не прочитано</translation>
  </message>
  <message>
   <source>“{0}:” cannot be “{1}”: it is {2} or {3}.</source>
   <translation>«{0}:» не може бути «{1}»: це {2} або {3}.</translation>
  </message>
  <message>
   <source>“{0}:” is followed by nothing, by yes or by no.</source>
   <translation>Після «{0}:» не стоїть нічого або стоїть yes чи no.</translation>
  </message>
  <message>
   <source>“{0}:” needs a value{1}.</source>
   <translation>«{0}:» потребує значення{1}.</translation>
  </message>
  <message>
   <source>“{0}” at {1} was split at the edge of a span</source>
   <translation>«{0}» у місці {1} поділено на межі фрагмента</translation>
  </message>
  <message>
   <source>“{0}” cannot be a label's key: {1}.</source>
   <translation>«{0}» не може бути клавішею мітки: {1}.</translation>
  </message>
  <message>
   <source>“{0}” cannot name a label: {1}.</source>
   <translation>«{0}» не може бути назвою мітки: {1}.</translation>
  </message>
  <message>
   <source>“{0}” ends before it begins: write the earlier date first.</source>
   <translation>«{0}» закінчується раніше, ніж починається: спершу пишіть ранішу дату.</translation>
  </message>
  <message>
   <source>“{0}” in another entry</source>
   <translation>«{0}» в іншому записі</translation>
  </message>
  <message>
   <source>“{0}” in another script</source>
   <translation>«{0}» іншим письмом</translation>
  </message>
  <message>
   <source>“{0}” is in the way: spans of this project may not overlap so.</source>
   <translation>«{0}» стоїть на заваді: фрагменти цього проєкту не можуть так перекриватися.</translation>
  </message>
  <message>
   <source>“{0}” is no date: write a day, a month or a range, as in date:2022-01-26..2022-01-28, or date:none.</source>
   <translation>«{0}» — не дата: напишіть день, місяць або проміжок, як у date:2022-01-26 чи date:2022-01..2022-03.</translation>
  </message>
  <message>
   <source>“{0}” is no range of scores: write two numbers from 0 to 1, as in score:0.2..0.6.</source>
   <translation>«{0}» — не проміжок оцінок: напишіть два числа від 0 до 1, як у score:0.2..0.6.</translation>
  </message>
  <message>
   <source>“{0}” is no split; write two or three whole numbers above 0, such as 80/10/10 or 80/20.</source>
   <translation>«{0}» — не поділ; напишіть два чи три цілі числа, більші за 0, наприклад 80/10/10 або 80/20.</translation>
  </message>
  <message>
   <source>“{0}” is no tag scheme; choose {1}.</source>
   <translation>«{0}» — не схема тегів; виберіть {1}.</translation>
  </message>
  <message>
   <source>“{0}” is no way to flatten; choose longest, outermost or innermost.</source>
   <translation>«{0}» — не спосіб зробити пласким; виберіть longest, outermost або innermost.</translation>
  </message>
  <message>
   <source>“{0}” is not a day: write it as YYYY-MM-DD, for example 2022-01-27.</source>
   <translation>«{0}» — не день: напишіть РРРР-ММ-ДД, наприклад 2022-01-27.</translation>
  </message>
  <message>
   <source>“{0}” labels the whole entry, not a stretch of it</source>
   <translation>«{0}» позначає весь запис, а не його відрізок</translation>
  </message>
  <message>
   <source>“{0}” stands under {1} ids ({2}); if that is one person, say --join {3}={4}.</source>
   <translation>«{0}» стоїть під {1} {1:ідентифікатором|ідентифікаторами|ідентифікаторами} ({2}); якщо це одна людина, скажіть --join {3}={4}.</translation>
  </message>
  <message>
   <source>“{0}”: {1}, in {2} place</source>
   <translation>«{0}»: {1}, у {2} {2:місці|місцях|місцях}</translation>
  </message>
  <message>
   <source>“{0}”: {1}, in {2} places</source>
   <translation>«{0}»: {1}, у {2} {2:місці|місцях|місцях}</translation>
  </message>
 </context>
 <context>
  <name>telling</name>
  <message>
   <source>; otherwise {readings}</source>
   <translation>; інакше {readings}</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Прийняти</translation>
  </message>
  <message>
   <source>All {n} done or skipped. Next: export them.</source>
   <translation>Усі {n} завершено або пропущено. Далі: експорт.</translation>
  </message>
  <message>
   <source>All {n} done. Next: export them.</source>
   <translation>Усе готово: {n} {n:запис|записи|записів}. Далі: експорт.</translation>
  </message>
  <message>
   <source>Done, next entry</source>
   <translation>Готово, наступний запис</translation>
  </message>
  <message>
   <source>Every same…</source>
   <translation>Усі такі самі…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Експорт…</translation>
  </message>
  <message>
   <source>Next suggestion</source>
   <translation>Наступна пропозиція</translation>
  </message>
  <message>
   <source>Next unfinished entry</source>
   <translation>Наступний незакінчений запис</translation>
  </message>
  <message>
   <source>No suggestions yet: let the program propose some.</source>
   <translation>Пропозицій ще немає: нехай програма щось запропонує.</translation>
  </message>
  <message>
   <source>Nothing is pending here</source>
   <translation>Тут нічого не чекає на відповідь</translation>
  </message>
  <message>
   <source>Nothing suggested here. Select with Shift+arrows, then press a label’s key.</source>
   <translation>Тут нічого не запропоновано. Виділіть стрілками із Shift, потім натисніть клавішу мітки.</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>Відхилити</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Вилучити</translation>
  </message>
  <message>
   <source>Suggest spans</source>
   <translation>Запропонувати фрагменти</translation>
  </message>
  <message>
   <source>Suggestions are being made; they appear here as they come.</source>
   <translation>Пропозиції готуються; вони з’являться тут.</translation>
  </message>
  <message>
   <source>accept</source>
   <translation>прийняти</translation>
  </message>
  <message>
   <source>all keys</source>
   <translation>усі клавіші</translation>
  </message>
  <message>
   <source>bring text in</source>
   <translation>додати тексти</translation>
  </message>
  <message>
   <source>choose a label</source>
   <translation>виберіть мітку</translation>
  </message>
  <message>
   <source>done</source>
   <translation>готово</translation>
  </message>
  <message>
   <source>done, next</source>
   <translation>готово, далі</translation>
  </message>
  <message>
   <source>from the file {file}</source>
   <translation>із файлу {file}</translation>
  </message>
  <message>
   <source>label</source>
   <translation>розмітити</translation>
  </message>
  <message>
   <source>labelled by you</source>
   <translation>розмітили ви</translation>
  </message>
  <message>
   <source>next</source>
   <translation>далі</translation>
  </message>
  <message>
   <source>next doubtful</source>
   <translation>наступна сумнівна</translation>
  </message>
  <message>
   <source>next span</source>
   <translation>наступний фрагмент</translation>
  </message>
  <message>
   <source>nothing marked yet</source>
   <translation>ще нічого не розмічено</translation>
  </message>
  <message>
   <source>practice</source>
   <translation>вправа</translation>
  </message>
  <message>
   <source>reject</source>
   <translation>відхилити</translation>
  </message>
  <message>
   <source>relabel</source>
   <translation>змінити мітку</translation>
  </message>
  <message>
   <source>remove</source>
   <translation>вилучити</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>пропущено</translation>
  </message>
  <message>
   <source>suggested by {file}</source>
   <translation>запропоновано: {file}</translation>
  </message>
  <message>
   <source>suggested by {who}, accepted</source>
   <translation>запропоновано: {who}; прийнято</translation>
  </message>
  <message>
   <source>suggested by {who}, corrected</source>
   <translation>запропоновано: {who}; виправлено</translation>
  </message>
  <message>
   <source>unsure</source>
   <translation>не певен</translation>
  </message>
  <message>
   <source>{count} confirmed</source>
   <translation>{count} підтверджено</translation>
  </message>
  <message>
   <source>{count} suggested</source>
   <translation>{count} запропоновано</translation>
  </message>
  <message>
   <source>{count} {count:suggestion waits|suggestions wait} here</source>
   <translation>Тут {count:чекає|чекають|чекають} {count} {count:пропозиція|пропозиції|пропозицій}</translation>
  </message>
  <message>
   <source>{number} keys per span</source>
   <translation>{number} натискання на фрагмент</translation>
  </message>
 </context>
 <context>
  <name>when</name>
  <message>
   <source>today, {time}</source>
   <translation>сьогодні, {time}</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>учора</translation>
  </message>
 </context>
</TS>
