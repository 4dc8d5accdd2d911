/**
 * How are values written down? Configurations are read from documents that people write, and written back complete and
 * in one form; plans and items are written to be kept, and read back as they were; status and outcomes are written for
 * other programs. Begin with {@link io.github.crosstie.json.ConfigurationJson}.
 *
 * <p>The only package that knows the JSON library, and it keeps that to itself. Equal values give equal texts, byte
 * for byte; whatever cannot be read is refused with the place in the document and what to do about it.
 */
@NullMarked
package io.github.crosstie.json;

import org.jspecify.annotations.NullMarked;
