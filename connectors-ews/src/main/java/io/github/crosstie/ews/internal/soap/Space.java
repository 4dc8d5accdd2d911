package io.github.crosstie.ews.internal.soap;

/** The XML namespaces of Exchange Web Services, each with the prefix that requests use. */
public enum Space {
    /** SOAP 1.1. */
    SOAP("s", "http://schemas.xmlsoap.org/soap/envelope/"),
    /** Operations and their answers. */
    MESSAGES("m", "http://schemas.microsoft.com/exchange/services/2006/messages"),
    /** Items, folders, and everything else that messages are made of. */
    TYPES("t", "http://schemas.microsoft.com/exchange/services/2006/types"),
    /** The details of a fault. */
    ERRORS("e", "http://schemas.microsoft.com/exchange/services/2006/errors");

    private final String prefix;
    private final String uri;

    Space(String prefix, String uri) {
        this.prefix = prefix;
        this.uri = uri;
    }

    /**
     * The prefix that stands before names of this namespace in requests.
     *
     * @return the prefix
     */
    public String prefix() {
        return prefix;
    }

    /**
     * The namespace's name.
     *
     * @return the name
     */
    public String uri() {
        return uri;
    }
}
