/** What the servers of this module have in common: a port of this machine, and threads that let the JVM end. */
@NullMarked
package io.github.crosstie.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
