package io.github.crosstie.salesforce;

import io.github.crosstie.directory.Directory;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A directory, and what is to be known to go on from it.
 *
 * @param directory the directory
 * @param known its group and membership rows
 * @param ids the ids of all rows, by object
 * @param readAt when its reading began
 * @param reconciledAt when everything was read last
 */
record DirectorySnapshot(
        Directory directory, KnownRows known, Map<String, Set<String>> ids, Instant readAt, Instant reconciledAt) {}
