package io.github.crosstie.benchmarks;

import java.util.Map;

/**
 * A contact as all ways of reading a page are to tell it.
 *
 * @param id the item's id
 * @param changeKey its version
 * @param texts the texts of its plain properties, by element
 * @param emails its addresses by key
 * @param phones its numbers by key
 * @param city where its business is
 * @param stamp the mark of the synchronisation
 */
record EwsContact(
        String id,
        String changeKey,
        Map<String, String> texts,
        Map<String, String> emails,
        Map<String, String> phones,
        String city,
        String stamp) {}
