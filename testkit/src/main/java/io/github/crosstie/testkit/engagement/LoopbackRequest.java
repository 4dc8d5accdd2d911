package io.github.crosstie.testkit.engagement;

/**
 * A request as it came, without its token.
 *
 * @param method such as {@code GET}
 * @param target path and query, still encoded
 * @param unit the business unit that it named; empty if it named none
 */
public record LoopbackRequest(String method, String target, String unit) {}
