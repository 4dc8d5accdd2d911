/**
 * Who is there: an immutable, indexed snapshot of one organization's users, profiles, roles and public groups.
 *
 * <p>A connector's directory source fills a builder; the snapshot answers membership questions in id terms for people and
 * in slot terms (dense integers) for bulk work. Assignment resolution is the next reader of it.
 */
@NullMarked
package io.github.crosstie.directory;

import org.jspecify.annotations.NullMarked;
