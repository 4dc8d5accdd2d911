/**
 * State that outlives the process: {@link io.github.crosstie.store.jdbc.JdbcStateStore} over the host's {@link
 * javax.sql.DataSource}, onto a SQLite file or a PostgreSQL database; {@link io.github.crosstie.store.jdbc.JdbcSchema} makes
 * its tables, when it is asked to.
 */
@Incubating
@NullMarked
package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
