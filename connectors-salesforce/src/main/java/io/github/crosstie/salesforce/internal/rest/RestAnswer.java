package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * An answer of the API: of success, or against the one record that the request was about.
 *
 * @param name what the request was called
 * @param status the HTTP status
 * @param body its JSON; a missing node if it has none
 */
public record RestAnswer(String name, int status, JsonNode body) {

    private static final int PRECONDITION_FAILED = 412;

    /** Requires all parts. */
    public RestAnswer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
    }

    /**
     * Whether the request was carried out.
     *
     * @return true for a status from 200 to 299
     */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * Whether the record was changed since the moment that the request named.
     *
     * @return true for status 412
     */
    public boolean isChangedSince() {
        return status == PRECONDITION_FAILED;
    }

    /**
     * What Salesforce says against it.
     *
     * @return the errors; empty for a success
     */
    public List<RestError> errors() {
        return isSuccess() ? List.of() : RestError.read(body);
    }

    /** Shows no value of a record. */
    @Override
    public String toString() {
        return name + ": status " + status + " " + errors();
    }
}
