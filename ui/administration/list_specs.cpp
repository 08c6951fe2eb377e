// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/list_specs.h"

#include <QCoreApplication>
#include <QDate>

namespace trucban {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AdministrationLists)
};

using Field = AdminField;

QList<Field::Word> roles()
{
    return {{u"officer"_s, Words::tr("Officer on duty")}, {u"unit"_s, Words::tr("Unit officer")},
            {u"supervisor"_s, Words::tr("Supervisor")},   {u"admin"_s, Words::tr("Administrator")}};
}

QList<Field::Word> urgencies()
{
    return {{{}, Words::tr("Any")}, {u"emergency"_s, Words::tr("Emergency")}, {u"high"_s, Words::tr("High")},
            {u"medium"_s, Words::tr("Medium")}, {u"low"_s, Words::tr("Low")}};
}

QList<Field::Word> stages()
{
    return {{u"take_in"_s, Words::tr("Take in")}, {u"classify"_s, Words::tr("Classify")}, {u"forward"_s, Words::tr("Forward")},
            {u"confirm"_s, Words::tr("Unit confirms")}, {u"answer"_s, Words::tr("Unit answers")}, {u"review"_s, Words::tr("Review the answer")},
            {u"reply"_s, Words::tr("Reply to the citizen")}, {u"publish"_s, Words::tr("Publish the result")}};
}

QList<Field::Word> termUnits()
{
    return {{u"minutes"_s, Words::tr("minutes")}, {u"hours"_s, Words::tr("hours")}, {u"days"_s, Words::tr("days")},
            {u"working_days"_s, Words::tr("working days")}, {u"months"_s, Words::tr("months")}};
}

// of those every centre begins with; another is shown by its code
QList<Field::Word> calendarNames()
{
    return {{u"duty"_s, Words::tr("Duty, day and night")}, {u"office"_s, Words::tr("Office days")}, {u"criminal"_s, Words::tr("Criminal procedure")}};
}

QList<Field::Word> recipients()
{
    return {{u"holder"_s, Words::tr("who holds it")}, {u"shift_leader"_s, Words::tr("leader of the shift")}, {u"supervisors"_s, Words::tr("supervisors")},
            {u"unit"_s, Words::tr("people of the unit")}, {u"unit_head"_s, Words::tr("head of the unit")}, {u"unit_above"_s, Words::tr("the unit above")}};
}

QList<Field::Word> levels()
{
    return {{u"city"_s, Words::tr("City")}, {u"department"_s, Words::tr("Department")}, {u"team"_s, Words::tr("Team")},
            {u"commune"_s, Words::tr("Ward or commune")}, {u"district"_s, Words::tr("District (until 2025)")}, {u"external"_s, Words::tr("Outside the police")},
            {u"unit"_s, Words::tr("Unit")}};
}

QList<Field::Word> templateStages()
{
    return {{u"acknowledge"_s, Words::tr("Acknowledge")}, {u"ask"_s, Words::tr("Ask for more")}, {u"forwarded"_s, Words::tr("Forwarded")},
            {u"result"_s, Words::tr("Result")}, {u"comment"_s, Words::tr("Answer to a comment")}, {u"reply"_s, Words::tr("Reply to the citizen")},
            {u"instruction"_s, Words::tr("Instruction to a unit")}, {u"post"_s, Words::tr("Post")}};
}

Field validFrom()
{
    return {u"valid_from"_s, Field::Date, Words::tr("Valid from"), false, false, true, {},
            Words::tr("Empty: always was. Codes are used again, so code and day together name the row.")};
}

Field validTo()
{
    return {u"valid_to"_s, Field::Date, Words::tr("Valid to"), true, false, false, {}, Words::tr("The last day. Empty: until further notice.")};
}

AdminListSpec people()
{
    return {AdminList::People, u"people"_s, Words::tr("People"), u"user"_s, Words::tr("Add a person"), Words::tr("Nobody yet. Add the first person."),
            {{u"login"_s, Field::Text, Words::tr("Login"), true, true, true, {}, Words::tr("Small letters, digits, dot, dash; for example nguyen.an")},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"rank"_s, Field::Text, Words::tr("Rank")},
             {u"role"_s, Field::Choice, Words::tr("Role"), true, true, false, roles()},
             {u"unit"_s, Field::UnitCode, Words::tr("Unit"), true, false, false, {}, Words::tr("A unit officer sees the cases of this unit and those below it.")},
             {u"active"_s, Field::Flag, Words::tr("May sign in"), true}}};
}

AdminListSpec units()
{
    return {AdminList::Units, u"units"_s, Words::tr("Units"), u"view-group"_s, Words::tr("Add a unit"), Words::tr("No units yet. Add one, or import a CSV file."),
            {{u"code"_s, Field::Text, Words::tr("Code"), true, true, true},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"name_en"_s, Field::Text, Words::tr("Name in English"), false},
             {u"level"_s, Field::Choice, Words::tr("Level"), true, true, false, levels()},
             {u"parent_code"_s, Field::UnitCode, Words::tr("Under")},
             validFrom(), validTo(),
             {u"topics"_s, Field::Text, Words::tr("Topics"), false, false, false, {}, Words::tr("Separated by semicolons")},
             {u"external"_s, Field::Flag, Words::tr("Outside the city police"), false}}};
}

AdminListSpec heads()
{
    return {AdminList::Heads, u"heads"_s, Words::tr("Heads of units"), u"im-user"_s, Words::tr("Add a head"),
            Words::tr("Nobody is named as head of a unit yet: time is charged to the unit alone."),
            {{u"unit"_s, Field::UnitCode, Words::tr("Unit"), true, true},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"rank"_s, Field::Text, Words::tr("Rank")},
             {u"post"_s, Field::Text, Words::tr("Office held"), true, false, false, {}, Words::tr("For example chief, or the deputy who is on duty")},
             {u"login"_s, Field::Text, Words::tr("Login"), false, false, false, {}, Words::tr("With a login, notices of the ladder reach this person.")},
             {u"from"_s, Field::Date, Words::tr("From"), true, true, false, {}, Words::tr("The head before ends on the day before.")},
             {u"to"_s, Field::Date, Words::tr("Until"), true, false, false, {}, Words::tr("The last day. Empty: until further notice.")}}};
}

AdminListSpec tracks()
{
    return {AdminList::Tracks, u"tracks"_s, Words::tr("Legal tracks"), u"office-chart-line"_s, Words::tr("Add a legal track"), Words::tr("No legal tracks yet."),
            {{u"code"_s, Field::Text, Words::tr("Code"), true, true, true},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"name_en"_s, Field::Text, Words::tr("Name in English"), false},
             {u"basis"_s, Field::Text, Words::tr("Legal basis")},
             {u"position"_s, Field::Number, Words::tr("Position in lists"), false}}};
}

AdminListSpec calendars()
{
    const QString hours = Words::tr("Hours such as 08:00–12:00, 13:30–17:30; empty: none");
    QList<Field> fields{{u"code"_s, Field::Text, Words::tr("Code"), true, true, true},
                        {u"name"_s, Field::Text, Words::tr("Name"), true, true},
                        {u"name_en"_s, Field::Text, Words::tr("Name in English"), false},
                        {u"kind"_s, Field::Choice, Words::tr("Hours"), true, true, false,
                         {{u"running"_s, Words::tr("run day and night")}, {u"office"_s, Words::tr("count in office hours only")}}},
                        {u"days_stay"_s, Field::Flag, Words::tr("A last day that is a day off stays the last"), false}};
    const QStringList days{Words::tr("Monday"), Words::tr("Tuesday"), Words::tr("Wednesday"), Words::tr("Thursday"), Words::tr("Friday"), Words::tr("Saturday"), Words::tr("Sunday")};
    for (int day = 0; day < 7; ++day)
        fields.append({u"day%1"_s.arg(day + 1), Field::Text, days.at(day), day == 0, false, false, {}, day == 0 ? hours : QString()});
    fields.append({u"basis"_s, Field::Text, Words::tr("Legal basis")});
    return {AdminList::Calendars, u"calendars"_s, Words::tr("Calendars"), u"view-calendar-week"_s, Words::tr("Add a calendar"), Words::tr("No calendars yet."), fields};
}

AdminListSpec rungs()
{
    return {AdminList::Rungs, u"ladder"_s, Words::tr("Ladder of notices"), u"view-sort-ascending"_s, Words::tr("Add a rung"), Words::tr("Nobody is told of deadlines: the ladder has no rungs."),
            {{u"code"_s, Field::Text, Words::tr("Code"), true, true, true},
             {u"percent"_s, Field::Text, Words::tr("At percent of the time"), true, false, false, {}, Words::tr("Or, instead, minutes after it ran out.")},
             {u"after_minutes"_s, Field::Text, Words::tr("Minutes after it ran out")},
             {u"severity"_s, Field::Choice, Words::tr("Severity"), true, true, false,
              {{u"info"_s, Words::tr("Information")}, {u"warning"_s, Words::tr("Warning")}, {u"urgent"_s, Words::tr("Urgent")}, {u"alarm"_s, Words::tr("Alarm")}}},
             {u"recipients"_s, Field::Text, Words::tr("Who is told"), true, true, false, recipients(),
              Words::tr("Separated by semicolons: holder, shift_leader, supervisors, unit, unit_head, unit_above, or the code of a unit")},
             {u"repeat_seconds"_s, Field::Text, Words::tr("Sounds again after seconds"), true, false, false, {}, Words::tr("0: once")},
             {u"enabled"_s, Field::Flag, Words::tr("In use"), true}}};
}

AdminListSpec areas()
{
    return {AdminList::Areas, u"areas"_s, Words::tr("Areas"), u"globe"_s, Words::tr("Add an area"),
            Words::tr("No areas yet. Add one, or import the list of wards as CSV."),
            {{u"code"_s, Field::Text, Words::tr("Code"), true, true, true},
             {u"type"_s, Field::Choice, Words::tr("Type"), true, true, false, {{u"phuong"_s, Words::tr("Ward")}, {u"xa"_s, Words::tr("Commune")}}},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"name_alt"_s, Field::Text, Words::tr("Other spelling"), false},
             {u"former_names"_s, Field::LongText, Words::tr("Former names"), false, false, false, {},
              Words::tr("Separated by semicolons, the old district in brackets; * after it: only a part came here.")},
             {u"unit_code"_s, Field::UnitCode, Words::tr("Police of the area")},
             {u"label_lon"_s, Field::Text, Words::tr("Longitude of the label"), false},
             {u"label_lat"_s, Field::Text, Words::tr("Latitude of the label"), false},
             validFrom(), validTo()}};
}

AdminListSpec categories()
{
    return {AdminList::Categories, u"categories"_s, Words::tr("Categories"), u"view-list-tree"_s, Words::tr("Add a category"), Words::tr("No categories yet."),
            {{u"code"_s, Field::Text, Words::tr("Code"), true, true, true, {}, Words::tr("Capital letters, digits and _; for example ANTT_DUA_XE")},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"name_en"_s, Field::Text, Words::tr("Name in English"), false},
             {u"parent_code"_s, Field::CategoryCode, Words::tr("Under"), false},
             {u"default_unit"_s, Field::UnitCode, Words::tr("Goes to"), true, false, false, {}, Words::tr("Empty: the police of the area.")},
             {u"needs_wall"_s, Field::Flag, Words::tr("The unit complained of must not see it"), true},
             {u"retired"_s, Field::Flag, Words::tr("No longer used"), true}}};
}

AdminListSpec deadlines()
{
    return {AdminList::Deadlines, u"deadlines"_s, Words::tr("Deadlines"), u"chronometer"_s, Words::tr("Add a deadline"), Words::tr("No deadlines yet."),
            {{u"category"_s, Field::CategoryCode, Words::tr("Category"), true, false, true, {}, Words::tr("Empty: any category. A deadline of the category itself wins.")},
             {u"legal_track"_s, Field::TrackCode, Words::tr("Legal track"), true, false, true, {}, Words::tr("Empty: any track")},
             {u"urgency"_s, Field::Choice, Words::tr("Urgency"), true, false, true, urgencies()},
             {u"stage"_s, Field::Choice, Words::tr("Stage"), true, true, true, stages()},
             {u"amount"_s, Field::Number, Words::tr("Term"), true, true},
             {u"unit"_s, Field::Choice, Words::tr("Counted in"), true, true, false, termUnits()},
             {u"calendar"_s, Field::CalendarCode, Words::tr("Calendar"), true, true, false, calendarNames()},
             {u"basis"_s, Field::Text, Words::tr("Legal basis")}}};
}

AdminListSpec holidays()
{
    return {AdminList::Holidays, u"holidays"_s, Words::tr("Days off and made up"), u"view-calendar-month"_s, Words::tr("Add a day"),
            Words::tr("No special days yet. The calendar of the year is announced by the government: add it here or import it."),
            {{u"date"_s, Field::Date, Words::tr("Day"), true, true, true},
             {u"kind"_s, Field::Choice, Words::tr("Kind"), true, true, false,
              {{u"holiday"_s, Words::tr("Day off")}, {u"swap_off"_s, Words::tr("Day off by exchange")}, {u"swap_work"_s, Words::tr("Working day by exchange")},
               {u"half_day"_s, Words::tr("Half a day")},
               {u"to_confirm"_s, Words::tr("To be confirmed (counts as nothing)")}}},
             {u"name"_s, Field::Text, Words::tr("Name")},
             {u"works_until"_s, Field::Text, Words::tr("Work ends at"), false, false, false, {}, Words::tr("Of half a day; empty: noon")}}};
}

AdminListSpec templates()
{
    return {AdminList::Templates, u"templates"_s, Words::tr("Templates"), u"document-edit"_s, Words::tr("Add a template"), Words::tr("No templates yet."),
            {{u"code"_s, Field::Text, Words::tr("Code"), true, true, true},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"stage"_s, Field::Choice, Words::tr("Used for"), true, true, false, templateStages()},
             {u"category"_s, Field::CategoryCode, Words::tr("Category"), true, false, false, {}, Words::tr("Empty: any category")},
             {u"body"_s, Field::LongText, Words::tr("Words"), false, true, false, {}, Words::tr("Variables stand in double braces: {{case}}, {{deadline}}, {{unit}}, {{answer}}.")},
             {u"retired"_s, Field::Flag, Words::tr("No longer used"), true}}};
}

AdminListSpec sources()
{
    return {AdminList::Sources, u"sources"_s, Words::tr("Sources"), u"link"_s, Words::tr("Add a source"), Words::tr("No sources yet: nothing may be published."),
            {{u"code"_s, Field::Text, Words::tr("Code"), true, true, true},
             {u"name"_s, Field::Text, Words::tr("Name"), true, true},
             {u"url_prefix"_s, Field::Text, Words::tr("Links begin with"), true, false, false, {}, Words::tr("For example https://congan.hanoi.gov.vn/")},
             {u"kind"_s, Field::Choice, Words::tr("Kind"), true, true, false,
              {{u"portal"_s, Words::tr("Police portal")}, {u"newspaper"_s, Words::tr("Newspaper")}, {u"government"_s, Words::tr("Government")},
               {u"result"_s, Words::tr("Result of a case")}}},
             {u"retired"_s, Field::Flag, Words::tr("No longer used"), true}}};
}

AdminListSpec settings()
{
    return {AdminList::Settings, u"settings"_s, Words::tr("Settings"), u"configure"_s, {}, {},
            {{u"key"_s, Field::Choice, Words::tr("Setting"), true, true, true,
              {{u"lease_seconds"_s, Words::tr("Seconds a claim lives without its desk")}, {u"page_name"_s, Words::tr("Name of the page")},
               {u"page_url"_s, Words::tr("Address of the page")}, {u"human_agent"_s, Words::tr("Facebook lets people answer for 7 days")},
               {u"paper_superior"_s, Words::tr("Papers: the body above, in capitals")}, {u"paper_issuer"_s, Words::tr("Papers: the issuing body, in capitals")}, {u"paper_place"_s, Words::tr("Papers: place of the date")},
               {u"paper_number"_s, Words::tr("Papers: pattern of a slip's number, with {number} in it")}, {u"paper_authority"_s, Words::tr("Papers: on whose authority it is signed")},
               {u"paper_post"_s, Words::tr("Papers: post of who signs")}, {u"paper_contact"_s, Words::tr("Papers: whom to turn to")}}},
             {u"value"_s, Field::Text, Words::tr("Value"), true, true}}};
}

} // namespace

QString AdminField::shown(const QJsonValue &value) const
{
    if (kind == Flag)
        return value.toBool() ? Words::tr("Yes") : QString();
    const QString text = value.toVariant().toString();
    if (kind == CategoryCode && text.isEmpty() && key == u"category")
        return Words::tr("Any");
    if (key == u"recipients") {
        QStringList told;
        for (const QString &one : text.split(u';', Qt::SkipEmptyParts)) {
            const auto found = std::ranges::find(words, one.trimmed(), &Word::word);
            told.append(found == words.end() ? one.trimmed() : found->label);
        }
        return told.join(u"; "_s);
    }
    if (kind == Choice || kind == CalendarCode) {
        const auto found = std::ranges::find(words, text, &Word::word);
        return found == words.end() ? text : found->label;
    }
    if (kind == Date) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return !day.isValid() || day.year() <= 1900 ? QString() : day.toString(u"dd/MM/yyyy");
    }
    return text;
}

QStringList AdminListSpec::columns() const
{
    QStringList keys;
    for (const AdminField &field : fields)
        keys.append(field.key);
    return keys;
}

const AdminField *AdminListSpec::field(const QString &key) const
{
    const auto found = std::ranges::find(fields, key, &AdminField::key);
    return found == fields.end() ? nullptr : &*found;
}

bool AdminListSpec::isOver(const QJsonObject &row) const
{
    if (row[u"retired"].toBool() || (row.contains(u"active") && !row[u"active"].toBool()))
        return true;
    const QDate last = QDate::fromString(row[u"valid_to"].toString(), Qt::ISODate);
    return last.isValid() && last < QDate::currentDate();
}

QList<AdminListSpec> adminListSpecs()
{
    return {people(), units(), heads(), areas(), categories(), tracks(), deadlines(), calendars(), holidays(), rungs(), templates(), sources(), settings()};
}

} // namespace trucban
