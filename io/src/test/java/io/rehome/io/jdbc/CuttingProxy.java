package io.rehome.io.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a client and a server on this machine, and can keep back an answer. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int serverPort;
  private final AtomicReference<String> fatal = new AtomicReference<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  CuttingProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Forwards the next message that holds this text, then cuts the client off without an answer. */
  void cutAfterForwarding(String text) {
    fatal.set(text);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      open.add(client);
      open.add(server);
      start(() -> forward(client, server));
      start(() -> server.getInputStream().transferTo(client.getOutputStream()));
    }
  }

  private void forward(Socket client, Socket server) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = server.getOutputStream();
    byte[] bytes = new byte[1 << 16];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      if (isFatal(new String(bytes, 0, count, StandardCharsets.ISO_8859_1))) {
        client.close();
      }
      out.write(bytes, 0, count);
      out.flush();
    }
  }

  private boolean isFatal(String message) {
    String text = fatal.get();
    return text != null && message.contains(text) && fatal.compareAndSet(text, null);
  }

  private static void start(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException ended) {
                // a side hung up
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
