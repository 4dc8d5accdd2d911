package io.github.crosstie.ews.auth;

import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.jspecify.annotations.Nullable;

/** A fresh Kerberos token for each request, so that requests may share connections. */
final class KerberosAuth implements EwsAuth {

    private static final String SPNEGO = "1.3.6.1.5.5.2";

    private final Supplier<Subject> subject;
    private final GSSManager manager;

    KerberosAuth(Supplier<Subject> subject, GSSManager manager) {
        this.subject = subject;
        this.manager = manager;
    }

    @Override
    public SignIn begin(SignInTarget target) {
        return new SignIn() {
            @Override
            public String first() {
                return "Negotiate " + token(target.host());
            }

            @Override
            public Optional<String> next(Challenge challenge) {
                return Optional.empty();
            }
        };
    }

    @Override
    public String toString() {
        return "Kerberos sign-in";
    }

    private String token(String host) {
        Subject who = subject.get();
        if (who == null) {
            throw new UnauthorizedException(
                    "Kerberos sign-in to " + host + ": the host gave no subject; log in before the first request");
        }
        PrivilegedExceptionAction<String> making = () -> encoded(host);
        try {
            return Subject.doAs(who, making);
        } catch (PrivilegedActionException e) {
            throw failure(host, e.getException());
        }
    }

    private String encoded(String host) throws GSSException {
        GSSName service = manager.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
        GSSContext context =
                manager.createContext(service, new Oid(SPNEGO), (GSSCredential) null, GSSContext.DEFAULT_LIFETIME);
        try {
            // https proves who the server is; its token in the answer would have to be read before the next request.
            context.requestMutualAuth(false);
            context.requestCredDeleg(false);
            return Base64.getEncoder().encodeToString(context.initSecContext(new byte[0], 0, 0));
        } finally {
            context.dispose();
        }
    }

    private static CrosstieException failure(String host, Exception cause) {
        String what = "Kerberos sign-in to " + host + ": ";
        if (isOutOfReach(cause)) {
            return new UnavailableException(what + "no domain controller answers; check the network", cause);
        }
        return new UnauthorizedException(
                what + "no ticket for the service HTTP/" + host
                        + "; log the subject in anew, and check that this service"
                        + " name is registered for the Exchange servers' account",
                cause);
    }

    private static boolean isOutOfReach(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
