/**
 * Changing the way into a mailbox (S22): from Exchange Web Services to Microsoft Graph, say, without a duplicate and without a loss.
 *
 * <p>{@link io.github.crosstie.move.MailboxMove} looks every linked record up by the new way: by its translated id, by the engine's
 * mark, by its UID, by what it holds. What it cannot find it asks a person about. It proves by a dry run that the next round over the
 * new way would neither create nor delete what is known, and only then commits; until that, rounds go on by the old way. Nothing in
 * the mailbox or the CRM is ever written. {@link io.github.crosstie.move.IdTranslator} is what a connector implements.
 */
@NullMarked
package io.github.crosstie.move;

import org.jspecify.annotations.NullMarked;
