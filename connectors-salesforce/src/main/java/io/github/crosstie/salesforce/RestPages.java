package io.github.crosstie.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.crosstie.salesforce.rest.RestRequest;
import io.github.crosstie.salesforce.rest.SalesforceRest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The pages of queries, each fetched when it is read. They are read as they come: what is not asked for is never bound. */
final class RestPages implements QueryResults {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String API = "/services/data/";

    private final SalesforceRest rest;
    private final UnaryOperator<String> soql;

    /** Pages of queries, one for each object. */
    RestPages(SalesforceRest rest, UnaryOperator<String> soql) {
        this.rest = rest;
        this.soql = soql;
    }

    @Override
    public Iterable<QueryPage> pages(String object) {
        return () -> new Pages(object);
    }

    private final class Pages implements Iterator<QueryPage> {

        private final String object;
        private @Nullable RestRequest next;
        private int number;

        Pages(String object) {
            this.object = object;
            next = RestRequest.get("query of " + object, rest.version().path("query"))
                    .query("q", soql.apply(object));
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public QueryPage next() {
            RestRequest request = next;
            if (request == null) {
                throw new NoSuchElementException("query of " + object + " has no further page");
            }
            number++;
            next = null;
            return new Page(request, object + ", page " + number);
        }

        /** One page. Where the next one is stands in it, before or after its records. */
        private final class Page implements QueryPage {

            private final RestRequest request;
            private final String name;

            Page(RestRequest request, String name) {
                this.request = request;
                this.name = name;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                byte[] content = rest.open(request).readAllBytes();
                next = following(content, request.name());
                return new ByteArrayInputStream(content);
            }
        }
    }

    /** The request for the page after this one; a page that is no JSON has none, and is refused by its reader. */
    private static @Nullable RestRequest following(byte[] content, String name) throws IOException {
        try (JsonParser parser = JSON.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isNext = parser.currentName().equals("nextRecordsUrl");
                parser.nextToken();
                if (isNext && parser.getText().startsWith(API)) {
                    return RestRequest.get(name, parser.getText());
                }
                parser.skipChildren();
            }
        } catch (JsonProcessingException malformed) {
            // The reader of the page says what is wrong with it, and where.
            return null;
        }
        return null;
    }
}
