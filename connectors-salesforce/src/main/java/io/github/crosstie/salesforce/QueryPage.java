package io.github.crosstie.salesforce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One document with query results: the body of {@code GET …/query}, or a JSON array of such bodies in their order. */
public interface QueryPage {

    /**
     * What the document is called in messages.
     *
     * @return such as a file's name
     */
    String name();

    /**
     * Opens the document. Called once for each reading; the reader closes the stream.
     *
     * @return its bytes, JSON in UTF-8, UTF-16 or UTF-32
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * A document at hand.
     *
     * @param name what it is called in messages
     * @param json its text
     * @return the page
     */
    static QueryPage of(String name, String json) {
        return new QueryPage() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /**
     * A document in a file.
     *
     * @param file the file
     * @return the page, called as the file is
     */
    static QueryPage of(Path file) {
        return new QueryPage() {
            @Override
            public String name() {
                return String.valueOf(file.getFileName());
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
