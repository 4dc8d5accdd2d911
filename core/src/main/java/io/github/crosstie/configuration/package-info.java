/**
 * How to sync: configurations as values, with the documented default for whatever is not said, and the assignments
 * that say for whom. Begin with {@link io.github.crosstie.configuration.SyncConfiguration#builder}, and put what an
 * organization's admins have written together in a {@link io.github.crosstie.configuration.ConfigurationSet}.
 *
 * <p>All types are immutable and checked when they are made: one that exists is one that can be synced by. Nothing
 * here looks at a directory; who is meant by an assignment is decided by the next package.
 */
@NullMarked
package io.github.crosstie.configuration;

import org.jspecify.annotations.NullMarked;
