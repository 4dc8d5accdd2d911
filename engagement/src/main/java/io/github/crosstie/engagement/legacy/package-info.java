/**
 * The settings of the time before assignment sets, read as ours: what stays, and what will be otherwise. Begin with
 * {@link io.github.crosstie.engagement.json.LegacySettingsJson} to read them and {@link
 * io.github.crosstie.engagement.legacy.LegacyImport#of} to import them. Nothing is dropped silently: each difference
 * is a note that says how many people it touches and what to do.
 */
@NullMarked
package io.github.crosstie.engagement.legacy;

import org.jspecify.annotations.NullMarked;
