package io.rehome.testdata.servers;

import io.rehome.testdata.servers.Passage.Fate;
import io.rehome.testdata.servers.Passage.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a server on this machine, and disturbs what they say as a {@link
 * Passage} decides. A new passage holds for the connections that are open, too. Where nobody
 * listens behind it, it resets its clients.
 */
public final class FaultProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int serverPort;
  private final List<Pair> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile Passage passage = Passage.open();

  /** Opens an entrance on any free port of the loopback interface; all passes at first. */
  public FaultProxy(int serverPort) throws IOException {
    this(serverPort, InetAddress.getLoopbackAddress());
  }

  /** Opens it on any free port of this address. */
  public FaultProxy(int serverPort, InetAddress address) throws IOException {
    this.serverPort = serverPort;
    this.entrance = new ServerSocket(0, 200, address);
    start(this::accept);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** The same database, by way of this proxy. */
  public Database to(Database database) {
    String place = entrance.getInetAddress().getHostAddress() + ":" + port();
    String url = database.jdbcUrl().replaceFirst("//[^/]*/", "//" + place + "/");
    return new Database(url, database.user(), database.password());
  }

  /** From now on bytes fare like this. */
  public void let(Passage newPassage) {
    passage = newPassage;
  }

  /** Resets every connection that is open now. */
  public void reset() {
    open.forEach(this::cut);
  }

  /** How many connections were cut by us. */
  public int cuts() {
    return cuts.get();
  }

  /** Resets all connections and takes no more. */
  @Override
  public void close() throws IOException {
    entrance.close();
    reset();
  }

  private void accept() throws IOException {
    while (!entrance.isClosed()) {
      Socket client = entrance.accept();
      start(() -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException {
    client.setTcpNoDelay(true);
    client.setSoLinger(true, 0);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      server.setTcpNoDelay(true);
      Pair pair = new Pair(client, server);
      open.add(pair);
      start(() -> carry(pair, Way.TO_SERVER));
      start(() -> carry(pair, Way.TO_CLIENT));
    } catch (IOException nobodyListens) {
      client.close();
    }
  }

  private void carry(Pair pair, Way way) throws IOException {
    try {
      InputStream in = pair.from(way).getInputStream();
      byte[] bytes = new byte[1 << 16];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        carry(pair, way, bytes, count);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pair.close();
      open.remove(pair);
    }
  }

  private void carry(Pair pair, Way way, byte[] bytes, int count)
      throws IOException, InterruptedException {
    Fate fate = passage.of(way, bytes, count);
    if (fate == Fate.FORWARDED_AND_CUT) {
      cuts.incrementAndGet();
      pair.client().close();
    }
    if (fate == Fate.FORWARDED || fate == Fate.FORWARDED_AND_CUT) {
      pair.to(way).getOutputStream().write(bytes, 0, count);
    }
    if (fate == Fate.CUT) {
      cut(pair);
    }
  }

  private void cut(Pair pair) {
    cuts.incrementAndGet();
    try {
      pair.server().setSoLinger(true, 0);
      pair.close();
    } catch (IOException gone) {
      // One side was quicker.
    }
  }

  private static void start(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException ended) {
                // A side hung up.
              }
            },
            "fault proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** A client and its connection to the server. */
  private record Pair(Socket client, Socket server) {
    Socket from(Way way) {
      return way == Way.TO_SERVER ? client : server;
    }

    Socket to(Way way) {
      return way == Way.TO_SERVER ? server : client;
    }

    /** The server's end is closed in order, so that what it was sent still arrives. */
    void close() throws IOException {
      client.close();
      server.close();
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
