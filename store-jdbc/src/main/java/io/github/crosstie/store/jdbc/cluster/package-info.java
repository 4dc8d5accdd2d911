/**
 * Rounds of a roster spread over many processes that share a PostgreSQL database: {@link
 * io.github.crosstie.store.jdbc.cluster.SyncCluster}. Needs the library db-scheduler, which the host brings; nothing else of this
 * module does.
 */
@Incubating
@NullMarked
package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
