/**
 * What is asked of Microsoft Graph and what its answers mean, whoever carries them: calls, answers, troubles, batches,
 * and the rules that hold for every request of a mailbox. Internal.
 */
@NullMarked
package io.github.crosstie.graph.internal.wire;

import org.jspecify.annotations.NullMarked;
