/**
 * How requests are signed in: bearer tokens, Kerberos, NTLMv2, Basic, or a host's own way. Begin with the factories of
 * {@link io.github.crosstie.ews.auth.EwsAuth}; {@link io.github.crosstie.ews.auth.TokenProvider} is where a host's
 * tokens come from. Nothing here sends anything, keeps a password, or shows a secret in a message or a {@code
 * toString}.
 *
 * <p><b>Extended Protection</b> (channel binding). NTLM over https is bound to the server's certificate. Kerberos is
 * not: the public API of the JDK hashes a binding with address types that Windows does not use. Against a server that
 * requires Extended Protection of Kerberos, use bearer tokens (modern authentication), or bring an {@code EwsAuth} of
 * your own.
 */
@NullMarked
package io.github.crosstie.ews.auth;

import org.jspecify.annotations.NullMarked;
