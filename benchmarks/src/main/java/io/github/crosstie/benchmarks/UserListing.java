package io.github.crosstie.benchmarks;

import io.github.crosstie.salesforce.QueryPage;
import io.github.crosstie.salesforce.QueryResults;
import io.github.crosstie.salesforce.SalesforceId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An organization's query results as the CRM sends them: users in pages of 2,000, ten profiles, a hundred roles, no group. */
final class UserListing implements QueryResults {

    private static final int PAGE_SIZE = 2_000;
    private static final int PROFILES = 10;
    private static final int ROLES = 100;

    private final List<byte[]> users = new ArrayList<>();
    private final byte[] profiles;
    private final byte[] roles;

    UserListing(int count) {
        for (int from = 0; from < count; from += PAGE_SIZE) {
            List<String> records = new ArrayList<>();
            for (int number = from; number < Math.min(count, from + PAGE_SIZE); number++) {
                records.add(user(number));
            }
            users.add(page(count, from + PAGE_SIZE >= count, records));
        }
        List<String> profileRecords = new ArrayList<>();
        for (int number = 0; number < PROFILES; number++) {
            profileRecords.add(record("Profile", id("00e", number), ",\"Name\":\"Profile " + number + "\""));
        }
        profiles = page(PROFILES, true, profileRecords);
        List<String> roleRecords = new ArrayList<>();
        for (int number = 0; number < ROLES; number++) {
            String parent = number == 0 ? "null" : '"' + id("00E", number / 2) + '"';
            roleRecords.add(record(
                    "UserRole",
                    id("00E", number),
                    ",\"DeveloperName\":\"Role_" + number + "\",\"Name\":\"Role " + number + "\",\"ParentRoleId\":"
                            + parent + ",\"PortalType\":\"None\""));
        }
        roles = page(ROLES, true, roleRecords);
    }

    private static String user(int number) {
        return record(
                "User",
                id("005", number),
                String.format(
                        Locale.ROOT,
                        ",\"Username\":\"user%1$d@example.com\",\"Email\":\"user%1$d@example.com\",\"FirstName\":\"Given%1$d\","
                                + "\"LastName\":\"Surname%1$d\",\"Title\":%2$s,\"Phone\":\"+1 555 %1$d\","
                                + "\"TimeZoneSidKey\":\"Europe/Berlin\",\"IsActive\":%3$b,\"UserType\":\"Standard\","
                                + "\"ProfileId\":\"%4$s\",\"UserRoleId\":\"%5$s\",\"ManagerId\":null,"
                                + "\"SystemModstamp\":\"2026-01-01T00:00:00.000+0000\"",
                        number,
                        number % 3 == 0 ? "null" : "\"Account Executive\"",
                        number % 20 != 0,
                        id("00e", number % PROFILES),
                        id("00E", number % ROLES)));
    }

    private static String record(String object, String id, String fields) {
        return "{\"attributes\":{\"type\":\"" + object + "\",\"url\":\"/services/data/v67.0/sobjects/" + object + "/"
                + id + "\"},\"Id\":\"" + id + "\"" + fields + "}";
    }

    private static String id(String prefix, int number) {
        return SalesforceId.of(prefix + String.format(Locale.ROOT, "%012d", number))
                .value();
    }

    private static byte[] page(int total, boolean done, List<String> records) {
        String next = done ? "" : "\"nextRecordsUrl\":\"/services/data/v67.0/query/01g000000000001AAA-2000\",";
        return ("{\"totalSize\":" + total + ",\"done\":" + done + "," + next + "\"records\":["
                        + String.join(",", records) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The pages of users, as they come over the network. */
    List<byte[]> users() {
        return users;
    }

    @Override
    public Iterable<QueryPage> pages(String object) {
        return switch (object) {
            case "User" -> users.stream().map(page -> page(object, page)).toList();
            case "Profile" -> List.of(page(object, profiles));
            case "UserRole" -> List.of(page(object, roles));
            case "Group", "GroupMember" ->
                List.of(QueryPage.of(object, "{\"totalSize\":0,\"done\":true,\"records\":[]}"));
            default -> List.of();
        };
    }

    private static QueryPage page(String name, byte[] bytes) {
        return new QueryPage() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
