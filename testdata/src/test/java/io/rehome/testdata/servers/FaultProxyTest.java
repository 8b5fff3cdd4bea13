package io.rehome.testdata.servers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each fault, before a server that says back what it hears. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FaultProxyTest {
  private ServerSocket echo;
  private FaultProxy proxy;
  private Socket client;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::answer);
    thread.setDaemon(true);
    thread.start();
    proxy = new FaultProxy(echo.getLocalPort());
    client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(5_000);
  }

  private void answer() {
    try (Socket heard = echo.accept()) {
      heard.getInputStream().transferTo(heard.getOutputStream());
    } catch (IOException ended) {
      // The client hung up.
    }
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    proxy.close();
    echo.close();
  }

  @Test
  void letsAllPassAtFirst() throws IOException {
    say("hello");
    assertThat(heard(5), is("hello"));
  }

  @Test
  void delaysEachWay() throws IOException {
    proxy.let(Passage.late(Duration.ofMillis(100)));
    long began = System.nanoTime();
    say("hello");
    assertThat(heard(5), is("hello"));
    assertThat(System.nanoTime() - began, greaterThan(TimeUnit.MILLISECONDS.toNanos(199)));
  }

  @Test
  void narrowsTheWay() throws IOException {
    proxy.let(Passage.narrow(50));
    long began = System.nanoTime();
    say("0123456789");
    assertThat(heard(10), is("0123456789"));
    assertThat(System.nanoTime() - began, greaterThan(TimeUnit.MILLISECONDS.toNanos(399)));
  }

  @Test
  void swallowsAllInAConnectionThatStaysOpen() throws IOException {
    proxy.let(Passage.blackhole());
    client.setSoTimeout(300);
    say("lost");
    assertThrows(SocketTimeoutException.class, () -> heard(4));
    proxy.let(Passage.open());
    say("found");
    assertThat(heard(5), is("found"));
  }

  @Test
  void cutsAfterSoManyBytesOfTheAnswers() throws IOException {
    proxy.let(Passage.cutAfter(8));
    say("12345");
    assertThat(heard(5), is("12345"));
    say("67890");
    assertThrows(IOException.class, () -> heardOrEnd(5));
    assertThat(proxy.cuts(), is(1));
  }

  @Test
  void resetsWhatIsOpen() throws IOException {
    say("hello");
    assertThat(heard(5), is("hello"));
    proxy.reset();
    assertThrows(IOException.class, () -> heardOrEnd(1));
    assertThat(proxy.cuts(), is(1));
  }

  @Test
  void keepsBackTheAnswerOfACommitThatTheServerHeard() throws Exception {
    Database direct = TestServers.freshPostgres();
    direct.execute("create table pets (id int)");
    try (FaultProxy way = new FaultProxy(TestServers.postgres().port());
        Connection connection = way.to(direct).connect()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("insert into pets values (1)");
      way.let(Passage.cutAfterForwarding("COMMIT"));

      assertThrows(SQLException.class, connection::commit);

      Patience.until(
          () -> "1".equals(Answers.answer(direct, "select count(*) from pets")),
          () -> "the row was not committed");
    }
  }

  @Test
  void resetsItsClientsWhereNobodyListens() throws IOException {
    int nobody = FreePort.next();
    try (FaultProxy way = new FaultProxy(nobody);
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), way.port())) {
      assertThat(endOf(caller), lessThan(0));
    }
  }

  /** -1 also where the end was a reset. */
  private static int endOf(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException reset) {
      return -1;
    }
  }

  private void say(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String heard(int count) throws IOException {
    return new String(client.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
  }

  /** Fails where the connection ends, in order or not. */
  private void heardOrEnd(int count) throws IOException {
    if (heard(count).length() < count) {
      throw new IOException("it ended");
    }
  }
}
