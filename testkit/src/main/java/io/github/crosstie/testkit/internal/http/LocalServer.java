package io.github.crosstie.testkit.internal.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on a free port of 127.0.0.1. All its threads are daemons: a test that forgets to close it leaves a port
 * open, and no JVM running. Thread-safe.
 */
public final class LocalServer {

    static {
        // Otherwise the JDK's server waits for the acknowledgment of the headers before it sends a body.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        // Otherwise whoever calls with https waits for ever: the JDK's server waits for the end of a line in the hello.
        setUnlessSet("sun.net.httpserver.maxReqTime", "5");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens a port; nobody is answered yet.
     *
     * @param name what its threads are called
     * @return the server; close it
     * @throws UncheckedIOException if no port can be opened
     */
    public static LocalServer open(String name) {
        ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(name, work));
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            return new LocalServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": no port of 127.0.0.1 can be opened", e);
        }
    }

    /**
     * Where it listens.
     *
     * @return such as {@code http://127.0.0.1:40001}
     */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Answers requests from now on.
     *
     * @param handler answers them, on threads of the server
     */
    public void serve(HttpHandler handler) {
        server.createContext("/", handler);
        // The JDK's server starts a thread of its own, which is a daemon where the thread is one that starts it.
        CompletableFuture.runAsync(server::start, threads).join();
    }

    /** Stops, and interrupts what is being answered. */
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
