/**
 * Who is there: the users, profiles, roles and public groups of one organization. Begin with {@link
 * io.github.crosstie.directory.Directory#builder}, or with the {@link io.github.crosstie.directory.DirectorySource} of
 * a CRM's connector, which fills one.
 *
 * <p>A directory is an immutable, indexed snapshot that says whether it is complete, so that nothing is concluded from
 * what was not listed. It answers in ids for people and in slots (dense integers) for bulk work.
 */
@NullMarked
package io.github.crosstie.directory;

import org.jspecify.annotations.NullMarked;
