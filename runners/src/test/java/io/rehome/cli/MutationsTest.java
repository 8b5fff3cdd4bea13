package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single change to target or store, made by hand, is named precisely, and nothing else is. */
final class MutationsTest {
  private static final String PLAN =
      """
        breeds:
          from: breeds
          to: breeds
          id: [slug]
          fields: { slug: lower(name), label: name }
        pets:
          from: pets
          to: pets
          id: keep
          fields: { name: name, breed: { ref: breeds, from: breed_id } }
      """;

  @TempDir private Path folder;
  private SmallMove move;

  @BeforeEach
  void migrate() throws Exception {
    move = SmallMove.begin(folder, PLAN);
    move.source()
        .execute(
            "create table breeds (id int primary key, name varchar(20))",
            "insert into breeds values (1, 'Collie'), (2, 'Pug'), (3, 'Boxer')",
            "create table pets (id int primary key, name varchar(20), breed_id int)",
            "insert into pets values (1, 'rex', 1), (2, 'max', 2), (3, 'tom', 3)");
    move.target()
        .execute(
            "create table breeds (slug text primary key, label text)",
            "create table pets (id int primary key, name text, breed text references breeds)");
    Answer answer = move.migrate();
    assertThat(answer.err(), answer.exit(), is(Exit.OK));
  }

  @Test
  void aRowThatIsDoubledUnderAnotherKey() throws Exception {
    move.target().execute("insert into breeds values ('Pug', 'Pug')");

    verify();

    assertThat(found(), is(List.of("breeds/Pug UNEXPECTED UNKNOWN []")));
  }

  @Test
  void aRowThatChangedItsKey() throws Exception {
    move.target()
        .execute(
            "alter table pets drop constraint pets_breed_fkey",
            "update breeds set slug = 'pug2' where slug = 'pug'");

    verify();

    assertThat(
        found(), is(List.of("breeds/2 MISSING FOREIGN []", "breeds/pug2 UNEXPECTED UNKNOWN []")));
  }

  @Test
  void twoKeysOfTheSourceThatComeToOneOfTheTarget() throws Exception {
    move.source().execute("insert into breeds values (4, 'PUG')");

    verify();
    assertThat(found(), is(List.of("breeds/4 CHANGED UNKNOWN [[\"label\",\"PUG\",\"Pug\"]]")));

    move.migrate("--mode=DIFF");
    assertThat(rejections(), is(List.of("breeds/4 TARGET_KEY_TAKEN")));
    verify();
    assertThat(found(), is(List.of()));
  }

  @Test
  void aRecordThatTheStoreGivesTheKeyOfAnother() throws Exception {
    store("update rehome.record set target_key = 'pug' where target_key = 'boxer'");

    verify();

    assertThat(
        found(),
        is(
            List.of(
                "breeds/boxer UNEXPECTED UNKNOWN []",
                "pets/3 CHANGED PLAN [[\"breed\",\"pug\",\"boxer\"]]")));
  }

  @Test
  void oneByteOfADocumentInTheStore() throws Exception {
    store("update rehome.record set document = replace(document, 'max', 'mox')");

    verify();

    assertThat(found(), is(List.of("pets/2 CHANGED STORE [[\"document.name\",\"max\",\"mox\"]]")));
  }

  @Test
  void oneByteOfAnOriginalInTheStore() throws Exception {
    store("update rehome.record set source = replace(source, 'Pug', 'Pig')");

    verify();

    assertThat(found(), is(List.of("breeds/2 CHANGED STORE [[\"source.name\",\"Pug\",\"Pig\"]]")));
  }

  @Test
  void aDocumentInTheStoreThatIsNoJsonAnyMore() throws Exception {
    store("update rehome.record set document = left(document, 7) where document like '%tom%'");

    verify();

    assertThat(
        found(), is(List.of("pets/3 CHANGED STORE [[\"document\",null,\"no JSON of ours\"]]")));
  }

  @Test
  void whatTheStoreLostIsWrittenAnew() throws Exception {
    List<String> before = memory();
    store(
        "update rehome.record set document = replace(document, 'max', 'mox')",
        "update rehome.record set source = replace(source, 'Pug', 'Pig')");

    move.migrate("--mode=VERIFY", "--reopen");
    Answer again = move.migrate("--mode=RETRY_FAILED");

    assertThat(again.err(), again.exit(), is(Exit.OK));
    verify();
    assertThat(found(), is(List.of()));
    assertThat(memory(), is(before));
  }

  @Test
  void aPlanOfOtherFieldsDoesNotMakeTheStoreWrong() throws Exception {
    move.target().execute("alter table pets add kind text default 'pet'");
    move.plan(
        PLAN.replace("fields: { slug: lower(name), label: name }", "fields: { slug: lower(name) }")
            .replace("fields: { name: name,", "fields: { kind: \"'pet'\", name: name,"));

    verify();

    assertThat(found(), is(List.of()));
  }

  @Test
  void aRowThatIsThereTwice() throws Exception {
    move.target()
        .execute(
            "create table old_pets () inherits (pets)",
            "insert into old_pets select * from only pets where id = 2");

    verify();

    assertThat(found(), is(List.of("pets/2 DUPLICATED FOREIGN []")));
  }

  @Test
  void aRecordThatTheStoreLost() throws Exception {
    store("delete from rehome.record where document like '%tom%'");

    verify();
    assertThat(found(), is(List.of("pets/3 UNEXPECTED UNKNOWN []")));

    move.migrate("--mode=DIFF");
    assertThat(rejections(), is(List.of("pets/3 TARGET_KEY_TAKEN")));
  }

  @Test
  void whyTellsWhatTheLastVerificationFound() throws Exception {
    move.target().execute("update pets set name = null where id = 2");
    verify();

    String text = why("pets/2");
    JsonNode story = new ObjectMapper().readTree(why("pets/2", "--json"));

    assertThat(text, containsString("Last verification\n  changed: "));
    assertThat(text, containsString("\n    name  expected 'max'  found NULL\n"));
    JsonNode seen = story.get("differences").get(0);
    assertThat(seen.get("difference").get("kind").asText(), is("CHANGED"));
    assertThat(
        seen.get("difference").get("fields").toString(),
        is("[{\"column\":\"name\",\"expected\":\"max\"}]"));
    assertThat(seen.get("run").asText(), containsString("verify"));
    assertThat(why("pets/1").contains("Last verification"), is(false));
  }

  private void verify() {
    Answer answer = move.migrate("--mode=VERIFY");
    assertThat(answer.err(), answer.exit().code() < 3, is(true));
  }

  private String why(String... words) {
    String[] line = new String[words.length + 2];
    line[0] = "why";
    System.arraycopy(words, 0, line, 1, words.length);
    line[words.length + 1] = "--plan=" + move.file();
    return Answer.to(line).out();
  }

  private List<String> rejections() throws Exception {
    return Journey.rows(
        move.store(),
        "select entity || '/' || source_key || ' ' || reason from rehome.rejections order by 1");
  }

  private List<String> memory() throws Exception {
    return Journey.rows(
        move.store(),
        "select concat(entity, source_key, outcome, source, document) from rehome.records order by 1");
  }

  private void store(String... sql) {
    move.store().execute(sql);
  }

  private List<String> found() throws Exception {
    return Journey.rows(
        move.store(),
        "select concat(entity, '/', coalesce(source_key, target_key), ' ', kind, ' ', cause, ' ', fields)"
            + " from rehome.differences order by 1");
  }
}
