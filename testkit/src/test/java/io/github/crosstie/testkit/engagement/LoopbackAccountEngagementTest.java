package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as any client sees it. */
class LoopbackAccountEngagementTest extends LoopbackTest {

    private static final String TOKEN = "00D-loopback!session.1";

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(server.url() + pathAndQuery))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Pardot-Business-Unit-Id", unit.id().value());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String get(String query) throws IOException, InterruptedException {
        return send(request("/api/v5/objects/users?" + query)).body();
    }

    private static String code(int code) {
        return "{\"code\":" + code + ",";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        limit=5                                | 13
        fields=                                | 13
        fields=id,shoeSize                     | 5
        fields=id&colour=red                   | 5
        fields=id&limit=1001                   | 23
        fields=id&limit=0                      | 23
        fields=id&deleted=perhaps              | 27
        fields=id&orderBy=email                | 19
        fields=id&idGreaterThan=x              | 16
        fields=id&nextPageToken=unheard-of     | 211
        fields=id&nextPageToken=a&deleted=all  | 5
        """)
    @DisplayName("refuses what the original refuses")
    void refusesWhatTheOriginalRefuses(String query, int code) throws Exception {
        HttpResponse<String> answer = send(request("/api/v5/objects/users?" + query));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith(code(code));
    }

    @Test
    @DisplayName("shows the fields asked for, and no others")
    void showsTheFieldsAskedFor() throws Exception {
        unit.add(UserValues.NONE.with(UserField.EMAIL_ADDRESS, "ada@acme.example"));

        assertThat(get("fields=id,email,firstName"))
                .isEqualTo("{\"nextPageToken\":null,\"nextPageUrl\":null,\"values\":"
                        + "[{\"id\":1,\"email\":\"ada@acme.example\",\"firstName\":null}]}");
    }

    @Test
    @DisplayName("shows recycled users only to those who ask for them")
    void showsRecycledUsersOnRequest() throws Exception {
        add("Ada");
        unit.recycle(add("Bea"));

        assertThat(get("fields=id")).endsWith("[{\"id\":1}]}");
        assertThat(get("fields=id&deleted=false")).endsWith("[{\"id\":1}]}");
        assertThat(get("fields=id&deleted=true")).endsWith("[{\"id\":2}]}");
        assertThat(get("fields=id,isDeleted&deleted=all"))
                .endsWith("[{\"id\":1,\"isDeleted\":false},{\"id\":2,\"isDeleted\":true}]}");
    }

    @Test
    @DisplayName("filters by id, and orders by it")
    void filtersById() throws Exception {
        for (String name : new String[] {"Ada", "Bea", "Cleo", "Dora"}) {
            add(name);
        }

        assertThat(get("fields=id&id=2")).endsWith("[{\"id\":2}]}");
        assertThat(get("fields=id&idGreaterThan=1&idLessThan=4")).endsWith("[{\"id\":2},{\"id\":3}]}");
        assertThat(get("fields=id&orderBy=id%20desc&idGreaterThan=2")).endsWith("[{\"id\":4},{\"id\":3}]}");
    }

    @Test
    @DisplayName("gives pages of 200 by default, and a URL that leads on")
    void givesPages() throws Exception {
        for (int user = 0; user < 201; user++) {
            add("user" + user);
        }
        Matcher url = Pattern.compile("\"nextPageUrl\":\"([^\"]+)\"").matcher(get("fields=id"));

        assertThat(url.find()).isTrue();
        String next = url.group(1).substring(server.url().toString().length());
        assertThat(send(request(next)).body()).endsWith("\"nextPageUrl\":null,\"values\":[{\"id\":201}]}");
    }

    @Test
    @DisplayName("goes on from where a descending page ended")
    void goesOnDescending() throws Exception {
        for (String name : new String[] {"Ada", "Bea", "Cleo"}) {
            add(name);
        }
        Matcher token =
                Pattern.compile("objects/users\\?([^\"]+)\"").matcher(get("fields=id&limit=2&orderBy=id%20DESC"));

        assertThat(token.find()).isTrue();
        assertThat(get(token.group(1))).endsWith("[{\"id\":1}]}");
    }

    @Test
    @DisplayName("refuses a page token after four hours")
    void refusesAnOldPageToken() throws Exception {
        add("Ada");
        add("Bea");
        Matcher token = Pattern.compile("objects/users\\?([^\"]+)\"").matcher(get("fields=id&limit=1"));
        assertThat(token.find()).isTrue();
        clock.advance(Duration.ofHours(4));
        assertThat(get(token.group(1))).endsWith("[{\"id\":2}]}");
        clock.advance(Duration.ofSeconds(1));

        assertThat(get(token.group(1))).startsWith(code(210));
    }

    @Test
    @DisplayName("shows one user, and hides a recycled one")
    void showsOneUser() throws Exception {
        unit.recycle(add("Ada"));

        assertThat(send(request("/api/v5/objects/users/1?fields=id&deleted=all"))
                        .body())
                .isEqualTo("{\"id\":1}");
        assertThat(send(request("/api/v5/objects/users/1?fields=id")).body()).startsWith(code(192));
        assertThat(send(request("/api/v5/objects/users/2?fields=id")).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/api/v5/objects/users/1")).body()).startsWith(code(13));
    }

    @Test
    @DisplayName("checks token and unit before all else")
    void checksTokenAndUnit() throws Exception {
        assertThat(send(request("/api/v5/objects/users").setHeader("Authorization", "Bearer x"))
                        .body())
                .startsWith(code(184));
        assertThat(send(HttpRequest.newBuilder(server.url().resolve("/api/v5/objects/users")))
                        .body())
                .startsWith(code(184));
        assertThat(send(request("/api/v5/objects/users").setHeader("Pardot-Business-Unit-Id", " "))
                        .body())
                .startsWith(code(181));
        assertThat(send(request("/api/v5/objects/users").setHeader("Pardot-Business-Unit-Id", "0Uv"))
                        .body())
                .startsWith(code(201));
    }

    @Test
    @DisplayName("U: takes no write")
    void takesNoWrite() throws Exception {
        HttpResponse<String> answer =
                send(request("/api/v5/objects/users").POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    @DisplayName("counts who comes too early, but not who finds out")
    void countsWhoComesTooEarly() throws Exception {
        Instant moment = clock.instant().plusSeconds(60);
        server.faults().throttleUntil(moment, EngagementCode.MINUTE_LIMIT);

        assertThat(get("fields=id")).startsWith(code(202));
        assertThat(server.faults().calledTooEarly()).isZero();
        assertThat(get("fields=id")).startsWith(code(202));
        assertThat(server.faults().calledTooEarly()).isEqualTo(1);

        clock.set(moment);
        assertThat(get("fields=id")).endsWith("\"values\":[]}");
    }

    @Test
    @DisplayName("66: refuses the sixth request at a time, and counts it")
    void refusesTheSixthRequest() throws Exception {
        server.faults().holdRequests();
        HttpRequest held = request("/api/v5/objects/users?fields=id").build();
        List<CompletableFuture<HttpResponse<Void>>> five = Stream.generate(
                        () -> CLIENT.sendAsync(held, HttpResponse.BodyHandlers.discarding()))
                .limit(5)
                .toList();
        server.faults().awaitHeld(5);

        String sixth = get("fields=id");
        server.faults().releaseRequests();

        assertThat(sixth).startsWith(code(66));
        assertThat(server.tooManyAtOnce()).isEqualTo(1);
        for (CompletableFuture<HttpResponse<Void>> answer : five) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("tells what came, without the token")
    void tellsWhatCame() throws Exception {
        get("fields=id");

        assertThat(server.requests())
                .containsExactly(new LoopbackRequest(
                        "GET", "/api/v5/objects/users?fields=id", unit.id().value()));
    }

    @Test
    @DisplayName("ends all faults when told so")
    void endsAllFaults() throws Exception {
        server.faults().next().refuse(EngagementCode.TIMEOUT);
        server.faults().throttleUntil(Instant.MAX, EngagementCode.DAILY_LIMIT);
        server.faults().clear();

        assertThat(get("fields=id")).endsWith("\"values\":[]}");
    }

    @Test
    @DisplayName("keeps users by the ids that they were put under, and removes them for good")
    void keepsUsersByTheirIds() {
        EngagementUserId five = new EngagementUserId("5");
        unit.put(new EngagementUser(five, true, user("Ada")));
        unit.restore(five);
        EngagementUserId six = unit.add(user("Bea"));
        unit.remove(five);

        assertThat(unit.users()).containsExactly(new EngagementUser(six, false, user("Bea")));
        assertThatThrownBy(() -> unit.recycle(five)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unit.put(new EngagementUser(new EngagementUserId("x"), true, user("Ada"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
