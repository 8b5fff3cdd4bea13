package io.rehome.plan.shape;

import io.rehome.plan.shape.Forms.AnyValue;
import io.rehome.plan.shape.Forms.ConnectionCount;
import io.rehome.plan.shape.Forms.ExpressionText;
import io.rehome.plan.shape.Forms.Flag;
import io.rehome.plan.shape.Forms.IdForm;
import io.rehome.plan.shape.Forms.KeepName;
import io.rehome.plan.shape.Forms.KindName;
import io.rehome.plan.shape.Forms.NameOrNames;
import io.rehome.plan.shape.Forms.SecretReference;
import io.rehome.plan.shape.Forms.Text;
import java.util.List;
import java.util.Map;

/** The top of a plan, and in nested records all that stands below. */
public record PlanShape(
    @Key(
            does =
                "Names the old platform: the namespace of its ids, records, runs and reports in the"
                    + " store.",
            form = "letters, digits, - and _, at most 63",
            leftOut = "required",
            example = "marketplace: pets4homes")
        Text marketplace,
    @Key(
            does =
                "Says where the old platform's data is: best a read replica or a restored backup.",
            form = "keys, see below",
            leftOut = "required",
            example = "source: { jdbc: … }")
        Source source,
    @Key(
            does = "Says where the data goes.",
            form = "keys, see below",
            leftOut = "required",
            example = "target: { jdbc: … }")
        Target target,
    @Key(
            does = "Says where the migrator store is, and how much it keeps.",
            form = "keys, see below",
            leftOut = "an embedded PostgreSQL under .rehome/",
            example = "store: { keep: full }")
        Store store,
    @Key(
            does = "Tables that expressions look values up in, by name.",
            form = "a name and keys for each, see below",
            leftOut = "none",
            example = "lookups: { countries: { csv: countries.csv, key: code } }")
        Map<String, Lookup> lookups,
    @Key(
            does = "The kinds of records that are migrated, by name, in any order.",
            form = "a name and keys for each, see below",
            leftOut = "required",
            example = "entities: { users: { from: members, … } }")
        Map<String, Entity> entities,
    @Key(
            name = "assert",
            does =
                "Pairs of queries, one for each side, whose results VERIFY compares: a check that is"
                    + " independent of the rules.",
            form = "a list",
            leftOut = "none",
            example = "assert: [{ source: select count(*) …, target: select count(*) … }]")
        List<Assertion> assertions) {

  /** Where the old platform is. */
  public record Source(
      @Key(
              does =
                  "The JDBC URL, without an account: jdbc:mariadb:, jdbc:mysql: or"
                      + " jdbc:postgresql:.",
              form = "a JDBC URL",
              leftOut = "required",
              example = "jdbc: jdbc:mariadb://replica.internal:3306/pets4homes")
          Text jdbc,
      @Key(
              does = "Whom to sign in as; SELECT on the tables is all that it needs.",
              form = "a name, ${env:NAME} or ${file:/path}",
              leftOut = "required",
              example = "user: ${env:SOURCE_USER}")
          Text user,
      @Key(
              does = "The password, resolved where it is used and never stored, sent or printed.",
              form = "${env:NAME} or ${file:/path}; a literal password is refused",
              leftOut = "required",
              example = "password: ${env:SOURCE_PASSWORD}")
          SecretReference password,
      @Key(
              does =
                  "The time zone of dates and times that carry none, for target columns that carry"
                      + " one.",
              form = "a name of the time zone database",
              leftOut = "such a column is refused",
              example = "zone: Europe/London")
          Text zone,
      @Key(
              does =
                  "Most connections that each JVM of a run holds to it at once, of which one is for"
                      + " questions and the others read. --maxSourceConnections goes before it.",
              form = "a whole number from 2 to 999",
              leftOut = "5",
              example = "connections: 3")
          ConnectionCount connections) {}

  /** Where the new home is. */
  public record Target(
      @Key(
              does = "The JDBC URL, without an account: jdbc:postgresql:.",
              form = "a JDBC URL",
              leftOut = "required",
              example = "jdbc: jdbc:postgresql://db.internal/platform")
          Text jdbc,
      @Key(
              does = "Whom to sign in as.",
              form = "a name, ${env:NAME} or ${file:/path}",
              leftOut = "required",
              example = "user: ${env:TARGET_USER}")
          Text user,
      @Key(
              does = "The password.",
              form = "${env:NAME} or ${file:/path}; a literal password is refused",
              leftOut = "required",
              example = "password: ${env:TARGET_PASSWORD}")
          SecretReference password,
      @Key(
              does = "The platform's import server, in place of a database. Not yet.",
              form = "a URL",
              leftOut = "a database is the target",
              example = "http: https://platform.internal/import")
          Text http,
      @Key(
              does = "The token of the import server. Not yet.",
              form = "${env:NAME} or ${file:/path}",
              leftOut = "none",
              example = "token: ${file:/run/secrets/token}")
          SecretReference token) {}

  /** Where the store is. */
  public record Store(
      @Key(
              does = "The JDBC URL of a PostgreSQL database, without an account.",
              form = "a JDBC URL",
              leftOut = "an embedded PostgreSQL under .rehome/",
              example = "jdbc: jdbc:postgresql://db.internal/migrator")
          Text jdbc,
      @Key(
              does = "Whom to sign in as.",
              form = "a name, ${env:NAME} or ${file:/path}",
              leftOut = "needed with jdbc",
              example = "user: ${env:STORE_USER}")
          Text user,
      @Key(
              does = "The password.",
              form = "${env:NAME} or ${file:/path}; a literal password is refused",
              leftOut = "needed with jdbc",
              example = "password: ${env:STORE_PASSWORD}")
          SecretReference password,
      @Key(
              does =
                  "How much of a record is kept. full: original and document. fingerprints: of what"
                      + " was loaded or skipped, the original's fingerprint in place of the"
                      + " original; LOCAL_DIFF and --from=store are then refused.",
              form = "full or fingerprints",
              leftOut = "full",
              example = "keep: fingerprints")
          KeepName keep) {}

  /** A lookup. */
  public record Lookup(
      @Key(
              does = "A CSV file with a header line; its path is relative to the plan's file.",
              form = "a path",
              leftOut = "one of csv and table is needed",
              example = "csv: countries.csv")
          Text csv,
      @Key(
              does = "A table of the source; its content is kept in the store as a version.",
              form = "a table's name",
              leftOut = "one of csv and table is needed",
              example = "table: breed")
          Text table,
      @Key(
              does =
                  "The column whose value is looked up. Keys match by their text, exactly: 'gb' is"
                      + " not 'GB'.",
              form = "a column's name",
              leftOut = "needed with csv and table",
              example = "key: code")
          Text key,
      @Key(
              does = "An HTTP service that answers for each value. Not yet.",
              form = "a URL with {value}",
              leftOut = "none",
              example = "http: https://geo.internal/postcodes/{value}")
          Text http,
      @Key(
              does = "How long an answer is kept. Not yet.",
              form = "a duration",
              leftOut = "none",
              example = "cache: 24h")
          Text cache,
      @Key(
              does = "How often the service may be asked. Not yet.",
              form = "a number per second",
              leftOut = "none",
              example = "rate: 50/s")
          Text rate) {}

  /** An entity. */
  public record Entity(
      @Key(
              does = "What is read.",
              form = "a table's name, or { query: … }",
              leftOut = "required",
              example = "from: members")
          From from,
      @Key(
              does =
                  "SQL of the source that chooses records. The others are read too and are SKIPPED,"
                      + " also where the condition is NULL.",
              form = "a condition",
              leftOut = "all records",
              example = "where: deleted = 0")
          Text where,
      @Key(
              does = "The columns that tell records apart.",
              form = "a column's name, or a list",
              leftOut =
                  "the primary key; a table without one is told apart by its rows' content, a query"
                      + " needs it",
              example = "key: member_id")
          NameOrNames key,
      @Key(
              does =
                  "A column that DIFF may use to look at less. It is never trusted for correctness.",
              form = "a column's name",
              leftOut = "DIFF looks at everything",
              example = "changed: last_modified")
          Text changed,
      @Key(
              does = "The table that is written.",
              form = "a table's name, optionally with its schema",
              leftOut = "required",
              example = "to: users")
          Text to,
      @Key(
              does =
                  "How the target's key is made: the source's own (keep), the integer key plus a"
                      + " number (offset), a version 5 UUID of marketplace, entity and key (uuid),"
                      + " or fields that other rules fill (a list). target (assigned there): not"
                      + " yet.",
              form = "keep, offset(n), uuid, or a list of fields",
              leftOut = "required",
              example = "id: offset(1000000)")
          IdForm id,
      @Key(
              does =
                  "The rules, one for each column that is written. A column that has the same name on"
                      + " both sides is not copied unless it is named here.",
              form = "a target column and a rule for each, see below",
              leftOut = "required",
              example = "fields: { email: lower(trim(email_addr)) }")
          Map<String, Field> fields,
      @Key(
              does =
                  "Conditions that each document must meet, over the fields as they will be written.",
              form = "a list, see below",
              leftOut = "only what the target's catalog says",
              example = "check: [{ field: email, is: email }]")
          List<Check> check,
      @Key(
              does =
                  "Fields whose values no two records may share: the record of the lowest key wins,"
                      + " the others are rejected (DUPLICATE). The target's own unique constraints"
                      + " need no rule. merge: not yet.",
              form = "a field, or several with commas between, and reject",
              leftOut = "only the target's unique constraints",
              example = "unique: { email: reject }")
          Map<String, UniqueForm> unique,
      @Key(
              does = "What becomes of a loaded record that the source no longer has.",
              form = "report, delete, or { set: { field: value } }",
              leftOut = "report",
              example = "deletes: report")
          Deletes deletes,
      @Key(
              does =
                  "Whether a row that somebody else changed in the target is written all the same;"
                      + " else the record is rejected (TARGET_CHANGED).",
              form = "true or false",
              leftOut = "false",
              example = "overwrite: true")
          Flag overwrite) {}

  /** What an entity reads. */
  @Forms.ShortForm("a table's name, optionally with its schema")
  public record From(
      @Key(
              does =
                  "A query of the source, with {range} where the condition on the key is to stand.",
              form = "SQL",
              leftOut = "required",
              example = "from: { query: \"select * from ads where {range}\" }")
          Text query) {}

  /** The rule of a field. */
  @Forms.ShortForm("an expression over the source's columns")
  public record Field(
      @Key(
              does =
                  "The value: a column, or an expression. With ref: the column or columns that hold the parent's key.",
              form = "a column's name; an expression where it holds a parenthesis; a list with ref",
              leftOut = "required but for use",
              example = "from: state")
          NameOrNames from,
      @Key(
              does =
                  "What stands for each value of from. An unlisted value is rejected (NOT_LISTED);"
                      + " NULL stays NULL.",
              form = "a value of the source and one of the target for each",
              leftOut = "the value itself",
              example = "values: { A: active, X: closed }")
          Map<String, AnyValue> values,
      @Key(
              does =
                  "What stands for NULL, an empty text and white space; the report counts its uses."
                      + " With ref: what becomes of a record whose parent is not there.",
              form = "a value; with ref: reject, null, or { value: … }",
              leftOut = "blanks stay what they are; with ref: reject",
              example = "missing: ''")
          Missing missing,
      @Key(
              does =
                  "An expression that gives the value; in it, value is what from and values gave.",
              form = "an expression",
              leftOut = "the value itself",
              example = "as: price_pence / 100")
          ExpressionText as,
      @Key(
              does = "A Java class (Mapper or Enricher) that gives the value, by its name.",
              form = "a name",
              leftOut = "none",
              example = "use: geocode-address")
          Text use,
      @Key(
              does =
                  "The entity whose record this field names: decides the order, finds orphans. NULL"
                      + " stays NULL.",
              form = "an entity's name",
              leftOut = "the field names no record",
              example = "ref: users")
          Text ref) {}

  /** What stands for what is missing. */
  @Forms.ShortForm("a value; with ref: reject or null")
  public record Missing(
      @Key(
              does = "With ref: the value that the field takes where the parent is not there.",
              form = "a value",
              leftOut = "required",
              example = "missing: { value: 1 }")
          AnyValue value) {}

  /** A check. */
  public record Check(
      @Key(
              does = "The field that is looked at, and that a rejection names.",
              form = "a field's name",
              leftOut = "needed with is",
              example = "field: email")
          Text field,
      @Key(
              does = "The kind of value that it must be; NULL passes, but for not-blank.",
              form = "one of the kinds below",
              leftOut = "one of is, that and use is needed",
              example = "is: email")
          KindName is,
      @Key(
              does =
                  "A condition over the fields, which must be true; one that cannot be computed"
                      + " fails.",
              form = "an expression",
              leftOut = "one of is, that and use is needed",
              example = "that: joined_at <= now()")
          ExpressionText that,
      @Key(
              name = "else",
              does = "What a rejection says.",
              form = "a text",
              leftOut = "the condition itself",
              example = "else: joined in the future")
          Text otherwise,
      @Key(
              does = "A Java class (Check) that looks at the document, by its name.",
              form = "a name",
              leftOut = "one of is, that and use is needed",
              example = "use: known-postcode")
          Text use) {}

  /** What happens to duplicates. */
  @Forms.ShortForm(
      value = "what happens to the others",
      words = {"reject", "merge"})
  public record UniqueForm() {}

  /** What becomes of deleted records. */
  @Forms.ShortForm(
      value = "what happens to the target's row",
      words = {"report", "delete"})
  public record Deletes(
      @Key(
              does = "Fields that are set in place of a deletion.",
              form = "a field and its value for each",
              leftOut = "required",
              example = "deletes: { set: { status: closed } }")
          Map<String, AnyValue> set) {}

  /** A pair of queries. */
  public record Assertion(
      @Key(
              does = "A query of the source.",
              form = "SQL",
              leftOut = "required",
              example = "source: select count(*) from ads where state = 'A'")
          Text source,
      @Key(
              does = "The query of the target whose result must be the same.",
              form = "SQL",
              leftOut = "required",
              example = "target: select count(*) from listings where status = 'active'")
          Text target) {}
}
