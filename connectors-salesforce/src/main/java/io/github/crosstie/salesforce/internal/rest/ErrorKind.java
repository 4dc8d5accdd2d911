package io.github.crosstie.salesforce.internal.rest;

import java.util.Map;
import java.util.Set;

/** What a code of Salesforce means for whoever asked. */
public enum ErrorKind {
    /** The session is not good any more: sign in again, once. */
    SESSION,
    /** The organization has used up its requests of the day. */
    DAILY_LIMIT,
    /** Too many requests at a time, or too many in a while. */
    THROTTLED,
    /** Not now: a row is locked, a server is down, a query took too long. */
    TRANSIENT,
    /** The place in a query's result is forgotten: begin the query anew. */
    CURSOR,
    /** There is no such record any more. */
    GONE,
    /** The record is there already, by an external id or a duplicate rule. */
    DUPLICATE,
    /** The user may not see or change this, or the API is switched off. */
    RIGHTS,
    /** The API as a whole is switched off for the organization or the user. */
    BLOCKED,
    /** The moments that are asked about are none that the log has, or are yet to come by Salesforce's clock. */
    MOMENTS,
    /** Wrong about one record, and as wrong the next time. */
    RECORD,
    /** A program's mistake: the request itself cannot be understood. */
    PROGRAM;

    private static final Map<ErrorKind, Set<String>> CODES = Map.of(
            SESSION, Set.of("INVALID_SESSION_ID", "INVALID_AUTH_HEADER"),
            THROTTLED,
                    Set.of(
                            "EXCEEDED_MAX_TYPES_LIMIT",
                            "TOO_MANY_REQUESTS",
                            "LIMIT_EXCEEDED",
                            "TXN_SECURITY_METERING_ERROR"),
            TRANSIENT,
                    Set.of(
                            "UNABLE_TO_LOCK_ROW",
                            "SERVER_UNAVAILABLE",
                            "QUERY_TIMEOUT",
                            "UNKNOWN_EXCEPTION",
                            "API_CURRENTLY_DISABLED",
                            "PROCESSING_HALTED",
                            "ALL_OR_NONE_OPERATION_ROLLED_BACK"),
            CURSOR, Set.of("INVALID_QUERY_LOCATOR", "INVALID_LOCATOR"),
            GONE, Set.of("ENTITY_IS_DELETED", "NOT_FOUND"),
            DUPLICATE, Set.of("DUPLICATE_VALUE", "DUPLICATES_DETECTED", "DUPLICATE_EXTERNAL_ID"),
            RIGHTS,
                    Set.of(
                            "INSUFFICIENT_ACCESS",
                            "INSUFFICIENT_ACCESS_OR_READONLY",
                            "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                            "INVALID_TYPE",
                            "INVALID_TYPE_FOR_OPERATION",
                            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"),
            BLOCKED,
                    Set.of(
                            "API_DISABLED_FOR_ORG",
                            "FUNCTIONALITY_NOT_ENABLED",
                            "ORG_LOCKED",
                            "LOGIN_MUST_USE_SECURITY_TOKEN"),
            MOMENTS, Set.of("INVALID_REPLICATION_DATE"),
            PROGRAM,
                    Set.of(
                            "JSON_PARSER_ERROR",
                            "MALFORMED_QUERY",
                            "METHOD_NOT_ALLOWED",
                            "MISSING_ARGUMENT",
                            "INVALID_FIELD",
                            "INVALID_QUERY_FILTER_OPERATOR",
                            "EXCEEDED_ID_LIMIT"));

    static ErrorKind of(String code, String message) {
        if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
            return message.contains("Concurrent") ? THROTTLED : DAILY_LIMIT;
        }
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(RECORD);
    }
}
