package io.github.crosstie.fault;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document or listing that was handed in cannot be used: malformed, cut short, contradictory. Nothing of it was taken
 * over. The message reads {@code <source>: <location>: <reason and remedy>}.
 */
public final class InvalidInputException extends CrosstieException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final String location;

    /**
     * Creates the exception.
     *
     * @param source which document, such as a file's name
     * @param location where in it, such as {@code records[17].ProfileId}; empty for the whole document
     * @param reason what is wrong with it and what to do
     * @param cause what led to it, or null
     */
    public InvalidInputException(String source, String location, String reason, @Nullable Throwable cause) {
        super(location.isEmpty() ? source + ": " + reason : source + ": " + location + ": " + reason, cause);
        this.source = Objects.requireNonNull(source, "source");
        this.location = location;
    }

    /**
     * Creates the exception without a cause.
     *
     * @param source which document, such as a file's name
     * @param location where in it; empty for the whole document
     * @param reason what is wrong with it and what to do
     */
    public InvalidInputException(String source, String location, String reason) {
        this(source, location, reason, null);
    }

    /**
     * Which document.
     *
     * @return its name
     */
    public String source() {
        return source;
    }

    /**
     * Where in the document.
     *
     * @return a path such as {@code configurations[2].contacts.direction}; empty for the whole document
     */
    public String location() {
        return location;
    }
}
