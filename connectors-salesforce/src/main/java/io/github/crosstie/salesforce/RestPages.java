package io.github.crosstie.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.crosstie.http.internal.WebResponse;
import io.github.crosstie.salesforce.internal.rest.RestRequest;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The pages of queries, each fetched when it is read. They are read as they come: what is not asked for is never
 * bound.
 */
final class RestPages implements QueryResults {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String API = "/services/data/";

    private final SalesforceRest rest;
    private final UnaryOperator<String> soql;
    private @Nullable Fetched first;

    /** Pages of queries, one for each object. */
    RestPages(SalesforceRest rest, UnaryOperator<String> soql) {
        this.rest = rest;
        this.soql = soql;
    }

    /** The query of an object. */
    String query(String object) {
        return soql.apply(object);
    }

    /**
     * How many rows the query of an object has, as its first page says: a question of its own would be one request
     * more. The page is kept until the pages are read.
     */
    long count(String object) throws IOException {
        Fetched page = fetched(request(object));
        first = page;
        return page.total();
    }

    @Override
    public Iterable<QueryPage> pages(String object) {
        return () -> new Pages(object);
    }

    private RestRequest request(String object) {
        return RestRequest.get("query of " + object, rest.version().path("query"))
                .query("q", query(object));
    }

    /** A page, how many rows its query has (-1: it does not say), and the request for the page after it. */
    private record Fetched(
            RestRequest request,
            WebResponse page,
            long total,
            @Nullable RestRequest next) {}

    private final class Pages implements Iterator<QueryPage> {

        private final String object;
        private @Nullable RestRequest next;
        private int number;

        Pages(String object) {
            this.object = object;
            next = request(object);
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
                Fetched kept = first;
                first = null;
                Fetched page = kept != null && kept.request().equals(request) ? kept : fetched(request);
                next = page.next();
                return new ByteArrayInputStream(page.page().content());
            }
        }
    }

    /**
     * Fetches a page; one that is no JSON has no next page, and is refused by its reader, who says what is wrong with
     * it.
     */
    private Fetched fetched(RestRequest request) throws IOException {
        WebResponse page = rest.open(request);
        long total = -1;
        RestRequest next = null;
        try (JsonParser parser = JSON.createParser(page.content())) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && (total < 0 || next == null) && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("nextRecordsUrl") && parser.getText().startsWith(API)) {
                    next = RestRequest.get(request.name(), parser.getText());
                } else if (name.equals("totalSize") && value == JsonToken.VALUE_NUMBER_INT) {
                    total = parser.getLongValue();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException malformed) {
            return new Fetched(request, page, -1, null);
        }
        return new Fetched(request, page, total, next);
    }
}
