package io.github.crosstie.benchmarks;

import io.github.crosstie.graph.internal.item.ExtendedProperty;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers of Graph, as long as they are there: ids of 152 characters, and all that people keep of contacts and events. */
final class GraphPages {

    static final String SERVICE = "http://127.0.0.1/v1.0";
    private static final String BODY = "Agenda: figures of the quarter, and what comes next. ".repeat(8);

    /** The plain properties of a contact that the pages have. */
    static final List<String> TEXTS = List.of(
            "givenName",
            "middleName",
            "surname",
            "title",
            "companyName",
            "jobTitle",
            "department",
            "manager",
            "assistantName",
            "mobilePhone",
            "personalNotes");

    /** The e-mail addresses of a contact. */
    static final List<String> EMAILS = List.of("primaryEmailAddress", "secondaryEmailAddress");

    /** The phone numbers that have no name of their own in Graph: at work, at home, another one. */
    static final List<String> PHONES = List.of("String 0x3a08", "String 0x3a09", "String 0x3a1f");

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final String LINK =
            SERVICE + "/users/user@example.com/calendarView/delta?$deltatoken=" + "R0usmcCM996atia_s".repeat(20);

    private GraphPages() {}

    /** Changes of a calendar: single events, each fourth of them a meeting. */
    static byte[] events(int count) {
        return page(
                "Collection(event)",
                "deltaLink",
                LINK,
                IntStream.range(0, count).mapToObj(GraphPages::event));
    }

    /** Contacts, as they are listed with the properties that the library asks for. */
    static byte[] contacts(int count) {
        return page(
                "users('user%40example.com')/contacts",
                "nextLink", LINK, IntStream.range(0, count).mapToObj(GraphPages::contact));
    }

    private static byte[] page(String context, String link, String address, Stream<String> items) {
        return ("{\"@odata.context\":\"" + SERVICE + "/$metadata#" + context + "\",\"@odata." + link + "\":\"" + address
                        + "\",\"value\":[" + items.collect(Collectors.joining(",")) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String event(int number) {
        LocalDateTime start = FIRST.plusMinutes(30L * number);
        return "{" + head(number) + ",\"originalStartTimeZone\":\"W. Europe Standard Time\","
                + "\"originalEndTimeZone\":\"W. Europe Standard Time\",\"iCalUId\":\"040000008200E00074C5B7101A82E008"
                + "%016d".formatted(number)
                + "\",\"uid\":\"040000008200E00074C5B7101A82E008\",\"reminderMinutesBeforeStart\":15,"
                + "\"isReminderOn\":true,\"hasAttachments\":false,\"subject\":\"Meeting " + number
                + "\",\"bodyPreview\":\"Agenda: figures of the quarter\",\"importance\":\"normal\","
                + "\"sensitivity\":\"" + (number % 8 == 3 ? "private" : "normal")
                + "\",\"isAllDay\":false,\"isCancelled\":false,\"isOrganizer\":true,\"responseRequested\":true,"
                + "\"seriesMasterId\":null,\"showAs\":\"busy\",\"type\":\"singleInstance\",\"webLink\":\"" + SERVICE
                + "/owa/?itemid=" + id(number) + "&exvsurl=1&path=/calendar/item\",\"onlineMeetingUrl\":null,"
                + "\"isOnlineMeeting\":false,\"onlineMeetingProvider\":\"unknown\",\"allowNewTimeProposals\":true,"
                + "\"isDraft\":false,\"hideAttendees\":false,\"recurrence\":null,\"onlineMeeting\":null,"
                + "\"responseStatus\":{\"response\":\"organizer\",\"time\":\"0001-01-01T00:00:00Z\"},"
                + "\"body\":{\"contentType\":\"text\",\"content\":\"" + BODY + number + "\"},"
                + "\"start\":" + time(start) + ",\"end\":" + time(start.plusMinutes(25))
                + ",\"location\":{\"displayName\":\"Room " + number % 20
                + "\",\"locationType\":\"default\",\"uniqueId\":\"Room\",\"uniqueIdType\":\"private\"},"
                + "\"locations\":[{\"displayName\":\"Room " + number % 20
                + "\",\"locationType\":\"default\",\"uniqueId\":\"Room\",\"uniqueIdType\":\"private\"}],"
                + "\"attendees\":[" + (number % 4 == 0 ? attendees(number) : "") + "],\"organizer\":"
                + person("user@example.com") + "}";
    }

    private static String time(LocalDateTime time) {
        return "{\"dateTime\":\"" + time + ":00.0000000\",\"timeZone\":\"UTC\"}";
    }

    private static String attendees(int number) {
        return IntStream.range(0, 3)
                .mapToObj(at -> "{\"type\":\"required\",\"status\":{\"response\":\"accepted\","
                        + "\"time\":\"2026-03-01T10:00:00Z\"},"
                        + person("guest" + at + "." + number + "@example.com").substring(1))
                .collect(Collectors.joining(","));
    }

    private static String person(String address) {
        return "{\"emailAddress\":{\"name\":\"Somebody\",\"address\":\"" + address + "\"}}";
    }

    private static String contact(int number) {
        return "{" + head(number) + ",\"parentFolderId\":\"" + id(999_999) + "\",\"birthday\":\"1980-02-29T11:59:00Z\","
                + TEXTS.stream()
                        .map(name -> "\"" + name + "\":\"" + name + " of person " + number + "\"")
                        .collect(Collectors.joining(","))
                + EMAILS.stream()
                        .map(name -> ",\"" + name + "\":{\"name\":\"Person\",\"address\":\"" + name + "." + number
                                + "@acme.example\"}")
                        .collect(Collectors.joining())
                + ",\"tertiaryEmailAddress\":null,\"generation\":null,\"nickName\":null,\"initials\":null,"
                + "\"officeLocation\":null,\"profession\":null,\"spouseName\":null,\"businessHomePage\":null,"
                + "\"businessAddress\":{\"street\":\"1 Long Road\",\"city\":\"City " + number % 100
                + "\",\"state\":\"\",\"countryOrRegion\":\"Germany\",\"postalCode\":\"10115\"},\"homeAddress\":{},"
                + "\"otherAddress\":{},\"singleValueExtendedProperties\":["
                + PHONES.stream()
                        .map(id -> property(id, "+49 30 " + number) + ",")
                        .collect(Collectors.joining())
                + property(ExtendedProperty.TAG.id(), "1/0123456789ab//v1/attempt/" + number) + "]}";
    }

    private static String property(String id, String value) {
        return "{\"id\":\"" + id + "\",\"value\":\"" + value + "\"}";
    }

    /** What Graph tells of every item. */
    private static String head(int number) {
        String version = "EQAAABYAAADZ%08dAAAAAAAAAAAAAA".formatted(number);
        return "\"@odata.etag\":\"W/\\\"" + version + "\\\"\",\"id\":\"" + id(number)
                + "\",\"createdDateTime\":\"2026-01-05T10:00:00.1234567Z\","
                + "\"lastModifiedDateTime\":\"2026-02-05T10:00:00.1234567Z\",\"changeKey\":\"" + version
                + "\",\"categories\":[\"Customers\"]";
    }

    private static String id(int number) {
        return "AAMkAGI2TG93AAA%08d".formatted(number).repeat(6) + "AAAAAAAAAA==";
    }
}
