package io.github.crosstie.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.salesforce.QueryPage;
import io.github.crosstie.salesforce.SalesforceConnection;
import io.github.crosstie.salesforce.SalesforceDirectorySource;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An organization of many users on a loopback Salesforce, whose directory is read by the library, or bound page by
 * page to objects. Close it. Not thread-safe.
 */
final class LoadedOrganization implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> OBJECTS =
            List.of("Organization", "Profile", "UserRole", "User", "Group", "GroupMember");
    private static final Map<String, String> FIELDS = Map.of(
            "Organization", "Id,Name,IsSandbox",
            "Profile", "Id,Name",
            "UserRole", "Id,DeveloperName,Name,ParentRoleId,PortalType",
            "User", "Id,Username,Email,FirstName,LastName,Title,Phone,TimeZoneSidKey,IsActive,ProfileId,UserRoleId",
            "Group", "Id,DeveloperName,Name,Type,RelatedId",
            "GroupMember", "Id,GroupId,UserOrGroupId");
    private static final ObjectReader BINDER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(BoundPage.class);
    private static final int PLENTY = 100_000_000;

    private final MutableClock clock = MutableClock.create();
    private final LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock);
    private final AccessToken session;

    /** A page as databind makes it. */
    record BoundPage(long totalSize, boolean done, @Nullable String nextRecordsUrl, List<BoundRecord> records) {}

    /** A record of any of the objects; what an object has not is null. */
    record BoundRecord(
            @JsonProperty("Id") String id,
            @JsonProperty("Name") @Nullable String name,
            @JsonProperty("Username") @Nullable String username,
            @JsonProperty("Email") @Nullable String email,
            @JsonProperty("FirstName") @Nullable String firstName,
            @JsonProperty("LastName") @Nullable String lastName,
            @JsonProperty("Title") @Nullable String title,
            @JsonProperty("Phone") @Nullable String phone,
            @JsonProperty("TimeZoneSidKey") @Nullable String timeZone,
            @JsonProperty("IsActive") @Nullable Boolean isActive,
            @JsonProperty("ProfileId") @Nullable String profile,
            @JsonProperty("UserRoleId") @Nullable String role,
            @JsonProperty("ParentRoleId") @Nullable String parentRole,
            @JsonProperty("GroupId") @Nullable String group,
            @JsonProperty("UserOrGroupId") @Nullable String member) {}

    LoadedOrganization(int users) throws IOException {
        Path folder = Files.createTempDirectory("organization");
        try {
            write(folder, new UserListing(users));
            salesforce.organization().load(folder);
        } finally {
            delete(folder);
        }
        salesforce.limits().daily(PLENTY);
        session = new AccessToken(salesforce.accessToken(), salesforce.url());
    }

    private static void write(Path folder, UserListing listing) throws IOException {
        Files.writeString(
                folder.resolve("Organization.json"),
                "{\"totalSize\":1,\"done\":true,\"records\":"
                        + "[{\"Id\":\"00D000000000001EAA\",\"Name\":\"Example\",\"IsSandbox\":false}]}");
        for (String object : List.of("Profile", "UserRole", "User")) {
            int number = 0;
            for (QueryPage page : listing.pages(object)) {
                number++;
                try (InputStream content = page.open()) {
                    Files.copy(content, folder.resolve(object + (number == 1 ? "" : "-" + number) + ".json"));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    LoopbackSalesforce salesforce() {
        return salesforce;
    }

    /** The directory, by pages. */
    Directory byPages() {
        return read(Long.MAX_VALUE);
    }

    /** The directory, what is large by bulk jobs. */
    Directory byJobs() {
        return read(50_000);
    }

    private Directory read(long bulkAbove) {
        return SalesforceDirectorySource.builder(SalesforceConnection.builder()
                        .client(CLIENT)
                        .tokens(() -> session)
                        .clock(clock)
                        .allowPlainHttp()
                        .build())
                .bulkAbove(bulkAbove)
                .waitBy(clock::advance)
                .build()
                .read();
    }

    /** The same pages, bound to objects. */
    Map<String, List<BoundRecord>> bound() throws IOException, InterruptedException {
        Map<String, List<BoundRecord>> all = new HashMap<>();
        for (String object : OBJECTS) {
            String soql = "SELECT " + FIELDS.get(object) + " FROM " + object;
            List<BoundRecord> records = new ArrayList<>();
            String next = "/services/data/v67.0/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
            while (next != null) {
                BoundPage page = page(next);
                records.addAll(page.records());
                next = page.nextRecordsUrl();
            }
            all.put(object, records);
        }
        return all;
    }

    private BoundPage page(String path) throws IOException, InterruptedException {
        URI address = session.instance().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + session.value())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .build();
        try (InputStream content = new GZIPInputStream(
                CLIENT.send(request, BodyHandlers.ofInputStream()).body())) {
            return BINDER.readValue(content);
        }
    }

    @Override
    public void close() {
        salesforce.close();
    }
}
