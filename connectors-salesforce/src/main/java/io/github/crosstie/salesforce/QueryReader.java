package io.github.crosstie.salesforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the pages of one query, record by record and in little memory, and proves that they are all of it (G3): every page
 * but the last says that more follow, the last that none do, and together they have as many records as they promise. Fields
 * that nobody asked for are skipped.
 */
final class QueryReader {

    /** Longer than any field of Salesforce; a longer text is not read into memory. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(64)
                    .build())
            .build();

    private final QueryProgress progress;
    private final Set<String> fields;
    private final Consumer<QueryRecord> sink;

    private QueryReader(String object, Set<String> fields, Consumer<QueryRecord> sink) {
        progress = new QueryProgress(object);
        this.fields = fields;
        this.sink = sink;
    }

    /**
     * Reads all pages of an object's query.
     *
     * @param object the object, for messages
     * @param pages its pages
     * @param fields the fields to read
     * @param sink takes each record as soon as it is read; nothing it was given counts if this method throws
     * @return whether there was any page
     * @throws InvalidInputException if a page is malformed or the pages are not all of the query
     * @throws UnavailableException if a page cannot be read for now
     */
    static boolean read(String object, Iterable<QueryPage> pages, Set<String> fields, Consumer<QueryRecord> sink) {
        QueryReader reader = new QueryReader(object, fields, sink);
        boolean any = false;
        for (QueryPage page : pages) {
            any = true;
            reader.read(page);
        }
        if (any) {
            reader.progress.end();
        }
        return any;
    }

    private void read(QueryPage page) {
        try (EndMarkingStream bytes = new EndMarkingStream(page.open())) {
            read(page.name(), bytes);
        } catch (IOException e) {
            throw new UnavailableException(
                    page.name() + ": it cannot be read; check that it is there and may be read, then try again", e);
        }
    }

    private void read(String document, EndMarkingStream bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            readDocument(document, parser);
        } catch (JsonProcessingException e) {
            throw malformed(document, bytes.ended(), e);
        }
    }

    private void readDocument(String document, JsonParser parser) throws IOException {
        JsonToken start = parser.nextToken();
        if (start == JsonToken.START_ARRAY) {
            for (int page = 0; parser.nextToken() != JsonToken.END_ARRAY; page++) {
                readPage(document, "[" + page + "]", parser);
            }
        } else {
            readPage(document, "", parser);
        }
        if (parser.nextToken() != null) {
            throw new InvalidInputException(document, "", "something follows the query result; fetch it again");
        }
    }

    private void readPage(String document, String location, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidInputException(
                    document,
                    location,
                    "expected a query result, an object with totalSize, done and records, found "
                            + QueryValues.typeName(parser.currentToken()));
        }
        progress.startPage(document, location);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "totalSize" -> progress.totalSize(QueryValues.count(parser, document, location));
                case "done" -> progress.done(QueryValues.flag(parser, document, location));
                case "nextRecordsUrl" -> progress.nextPage(parser.currentToken() != JsonToken.VALUE_NULL);
                case "errorCode" -> progress.error(parser.getText());
                case "records" -> readRecords(document, location, parser);
                default -> parser.skipChildren();
            }
        }
        progress.endPage();
    }

    private void readRecords(String document, String location, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidInputException(
                    document,
                    QueryProgress.join(location, "records"),
                    "expected an array, found " + QueryValues.typeName(parser.currentToken()));
        }
        progress.startRecords();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new InvalidInputException(
                        document,
                        progress.currentRecord(),
                        "expected a record, an object, found " + QueryValues.typeName(parser.currentToken()));
            }
            sink.accept(new QueryRecord(document, progress.currentRecord(), QueryValues.fields(parser, fields)));
            progress.countRecord();
        }
    }

    private InvalidInputException malformed(String document, boolean ended, JsonProcessingException e) {
        String location = progress.currentRecord();
        String reason;
        if (e instanceof StreamConstraintsException) {
            reason = "a value is too large: " + e.getOriginalMessage();
        } else if (ended) {
            reason = "the document was cut short: it ends after " + progress.total()
                    + " records in the middle of something; fetch it again";
        } else {
            reason = "it is not JSON from line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + " on; fetch it again";
        }
        return new InvalidInputException(document, location, reason, e);
    }
}
