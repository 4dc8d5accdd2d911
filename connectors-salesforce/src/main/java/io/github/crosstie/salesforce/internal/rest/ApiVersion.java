package io.github.crosstie.salesforce.internal.rest;

import java.util.regex.Pattern;

/**
 * A version of the REST API, which is part of every path.
 *
 * @param text such as {@code v67.0}
 */
public record ApiVersion(String text) {

    // Before the version below, which is checked by it.
    private static final Pattern FORM = Pattern.compile("v\\d{2,3}\\.0");

    /** The newest version that this connector was made for. */
    public static final ApiVersion NEWEST = new ApiVersion("v67.0");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text is of another form
     */
    public ApiVersion {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("API version '" + text + "': use the form v67.0");
        }
    }

    /**
     * A path of this version.
     *
     * @param resource the rest of the path, without a slash at its beginning
     * @return the path from the root of the server
     */
    public String path(String resource) {
        return "/services/data/" + text + "/" + resource;
    }

    /**
     * Where this version of the SOAP API is.
     *
     * @return the path from the root of the server
     */
    String soapPath() {
        return "/services/Soap/u/" + text.substring(1);
    }

    @Override
    public String toString() {
        return text;
    }
}
