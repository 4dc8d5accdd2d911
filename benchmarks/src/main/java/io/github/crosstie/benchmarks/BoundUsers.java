package io.github.crosstie.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user would write: bind each page to objects, and keep them in a map by id. */
final class BoundUsers {

    private static final ObjectReader PAGES = new ObjectMapper().readerFor(Page.class);

    private BoundUsers() {}

    /** One page. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(@JsonProperty("records") List<Row> records) {}

    /** One user. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(
            @JsonProperty("Id") String id,
            @JsonProperty("Username") String username,
            @JsonProperty("Email") @Nullable String email,
            @JsonProperty("FirstName") @Nullable String firstName,
            @JsonProperty("LastName") @Nullable String lastName,
            @JsonProperty("Title") @Nullable String title,
            @JsonProperty("Phone") @Nullable String phone,
            @JsonProperty("TimeZoneSidKey") @Nullable String timeZone,
            @JsonProperty("IsActive") boolean active,
            @JsonProperty("ProfileId") String profileId,
            @JsonProperty("UserRoleId") @Nullable String roleId) {}

    static Map<String, Row> of(List<byte[]> pages) throws IOException {
        Map<String, Row> users = new HashMap<>();
        for (byte[] page : pages) {
            PAGES.<Page>readValue(page).records().forEach(row -> users.put(row.id(), row));
        }
        return users;
    }
}
