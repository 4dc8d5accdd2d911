package io.github.crosstie.ews.auth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedExceptionAction;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.request.KrbIdentity;
import org.apache.kerby.kerberos.kerb.server.KdcServer;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSManager;

/**
 * A Kerberos domain with anna and the service {@code HTTP/127.0.0.1}. While it is open, this Java runtime's Kerberos
 * configuration is its own.
 */
final class TestDomain implements AutoCloseable {

    private static final String CONFIGURATION = "java.security.krb5.conf";
    private static final String REALM = "ACME.EXAMPLE";
    private static final String SERVICE = "HTTP/127.0.0.1@" + REALM;
    private static final List<EncryptionType> TYPES = List.of(EncryptionType.AES128_CTS_HMAC_SHA1_96);

    private final Path folder;
    private final KdcServer controller;

    private TestDomain(Path folder, KdcServer controller) {
        this.folder = folder;
        this.controller = controller;
    }

    static TestDomain open() throws IOException, KrbException {
        Path folder = Files.createTempDirectory("domain");
        int port = freePort();
        Files.writeString(folder.resolve("krb5.conf"), """
                [libdefaults]
                default_realm = ACME.EXAMPLE
                udp_preference_limit = 1
                dns_lookup_kdc = false
                forwardable = true
                max_retries = 1
                default_tkt_enctypes = aes128-cts-hmac-sha1-96
                default_tgs_enctypes = aes128-cts-hmac-sha1-96
                [realms]
                ACME.EXAMPLE = {
                kdc = 127.0.0.1:%d
                }
                """.formatted(port));
        System.setProperty(CONFIGURATION, folder.resolve("krb5.conf").toString());
        KdcServer controller = new KdcServer();
        controller.setWorkDir(folder.toFile());
        controller.setKdcRealm(REALM);
        controller.setKdcHost("127.0.0.1");
        controller.setKdcTcpPort(port);
        controller.setAllowUdp(false);
        controller.init();
        add(controller, "krbtgt/" + REALM + "@" + REALM, EncryptionUtil.generateKeys(TYPES));
        add(controller, "anna@" + REALM, EncryptionUtil.generateKeys("anna@" + REALM, "correct horse", TYPES));
        add(controller, SERVICE, EncryptionUtil.generateKeys(SERVICE, "battery staple", TYPES));
        controller.start();
        return new TestDomain(folder, controller);
    }

    private static void add(KdcServer controller, String name, List<EncryptionKey> keys) throws KrbException {
        KrbIdentity identity = new KrbIdentity(name);
        identity.addKeys(keys);
        controller.getIdentityService().addIdentity(identity);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Anna, logged in. */
    Subject anna() throws LoginException {
        return login("anna@" + REALM, "correct horse", true);
    }

    /** Who the service finds behind a header; fails on one that it refuses, as on one that it has seen before. */
    String acceptedBy(String header) throws Exception {
        byte[] token = Base64.getDecoder().decode(header.substring("Negotiate ".length()));
        PrivilegedExceptionAction<String> accepting = () -> {
            GSSContext context = GSSManager.getInstance().createContext((GSSCredential) null);
            context.acceptSecContext(token, 0, token.length);
            return context.isEstablished()
                    ? context.getSrcName() + (context.getCredDelegState() ? ", delegated" : "")
                    : "";
        };
        return Subject.doAs(login(SERVICE, "battery staple", false), accepting);
    }

    /** The domain controller does not answer any more. */
    void stopController() throws KrbException {
        controller.stop();
    }

    @Override
    public void close() throws IOException, KrbException {
        System.clearProperty(CONFIGURATION);
        controller.stop();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Subject login(String principal, String password, boolean initiator) throws LoginException {
        CallbackHandler answers = callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof PasswordCallback asked) {
                    asked.setPassword(password.toCharArray());
                }
            }
        };
        Map<String, String> options = Map.of(
                "principal",
                principal,
                "isInitiator",
                String.valueOf(initiator),
                "storeKey",
                "true",
                "refreshKrb5Config",
                "true");
        Configuration configuration = new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                            "com.sun.security.auth.module.Krb5LoginModule",
                            AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                            options)
                };
            }
        };
        LoginContext login = new LoginContext("test", new Subject(), answers, configuration);
        login.login();
        return login.getSubject();
    }
}
