package io.github.crosstie.graph.internal.operation;

/**
 * A folder, by both names that items know it by.
 *
 * @param id its id
 * @param entryId its entry id, in base64; empty if the server did not say
 */
public record Place(String id, String entryId) {}
