package io.github.crosstie.ews.internal.transport;

import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.ews.auth.NtlmServer;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets pass what comes over a connection that is signed in, as IIS does; answers the rest with 401. */
final class NtlmGuard {

    private static final String SCHEME = "NTLM ";

    private final NtlmServer server;
    private final Set<Integer> signedIn = ConcurrentHashMap.newKeySet();

    NtlmGuard(NtlmServer server) {
        this.server = server;
    }

    boolean admits(HttpExchange exchange, TestServer.Received request) throws IOException {
        String authorization = request.header("Authorization");
        int connection = request.connection();
        if (authorization.startsWith(SCHEME)) {
            byte[] message = Base64.getDecoder().decode(authorization.substring(SCHEME.length()));
            if (message[8] == 1) {
                signedIn.remove(connection);
                refuse(exchange, SCHEME + Base64.getEncoder().encodeToString(server.challenge(connection, message)));
                return false;
            }
            if (server.isProof(connection, message)) {
                signedIn.add(connection);
            }
        }
        if (!signedIn.contains(connection)) {
            refuse(exchange, "NTLM");
            return false;
        }
        return true;
    }

    private static void refuse(HttpExchange exchange, String offer) throws IOException {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Negotiate");
        exchange.getResponseHeaders().add("WWW-Authenticate", offer);
        TestServer.answer(exchange, 401, "text/html", "<html>Unauthorized</html>");
    }
}
