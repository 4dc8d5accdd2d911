/**
 * State that outlives the process, in a SQLite file or a PostgreSQL database of the host's. Begin with {@link
 * io.github.crosstie.store.jdbc.JdbcSchema}, which makes the tables when it is asked to, and open a {@link
 * io.github.crosstie.store.jdbc.JdbcStateStore} over the same {@link javax.sql.DataSource}. Every commit is one
 * transaction that checks the fence, and is on the disk when it returns.
 */
@Incubating
@NullMarked
package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
