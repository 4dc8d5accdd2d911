/**
 * Rounds of a roster spread over many processes that share a PostgreSQL database. Begin with {@link
 * io.github.crosstie.store.jdbc.cluster.SyncCluster#builder}; it needs the library db-scheduler, which the host
 * brings, and nothing else of this module does. No mailbox is at two processes to effect (F13), and those of a process
 * that dies go on elsewhere in a time that {@link io.github.crosstie.store.jdbc.cluster.ClusterSettings#takeOver}
 * names.
 */
@Incubating
@NullMarked
package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
