package io.github.crosstie.testkit.graph;

/**
 * What Graph would post to a subscriber, who answers it with status 202.
 *
 * @param url where to: the address of a subscription for notifications or for those of its life
 * @param body the body, which is JSON
 */
public record LoopbackNotification(String url, String body) {}
