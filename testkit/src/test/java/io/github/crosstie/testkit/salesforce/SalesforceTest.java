package io.github.crosstie.testkit.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;

/** A server of its own for each test, with a user Ada, and the JDK's client. */
abstract class SalesforceTest {

    /** One for all tests: each client of the JDK brings a thread. */
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    static final String DATA = "/services/data/v67.0";
    static final ObjectMapper JSON = new ObjectMapper();

    final MutableClock clock = MutableClock.create();
    final LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock);
    final SalesforceOrganization organization = salesforce.organization();
    final String ada = organization.addUser("ada@acme.example", "Lovelace");
    private String token = salesforce.accessToken();

    @AfterEach
    void close() {
        salesforce.close();
    }

    /** An answer: its status, its headers and its body. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        /** The code of the API's error. */
        String code() {
            return json().path(0).path("errorCode").asText();
        }

        /** The fields that the API's error blames. */
        List<String> fields() {
            return texts(json().path(0).path("fields"));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** A column of the records of a page. */
        List<String> column(String field) {
            return StreamSupport.stream(json().path("records").spliterator(), false)
                    .map(record -> record.at("/" + field.replace('.', '/')).asText())
                    .toList();
        }
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    void signInAgain() {
        token = salesforce.accessToken();
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(salesforce.url() + target)).header("Authorization", "Bearer " + token);
    }

    static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(DATA + path));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(DATA + path).DELETE());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(request(DATA + path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer patch(String path, String json) throws IOException, InterruptedException {
        return send(request(DATA + path).method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer query(String soql) throws IOException, InterruptedException {
        return get("/query?q=" + encoded(soql));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String contact(String lastName) {
        return organization.contacts().create(Map.of("LastName", lastName, "OwnerId", ada));
    }
}
