package io.rehome.testdata.peers;

/** What all peers ask and say of the notices: the mapping that our plan makes, done by SQL. */
final class NoticeSql {
  static final String SELECT =
      "select notice_id as id, lower(trim(email)) as email, title, body,"
          + " cast(price_pence / 100 as decimal(10, 2)) as price,"
          + " case state when 'A' then 'active' when 'X' then 'closed' end as status,"
          + " upper(trim(postcode)) as postcode, latitude,"
          + " created as created_at, last_modified as modified_at from notices";

  static final String INSERT =
      "insert into notices (id, email, title, body, price, status, postcode, latitude, created_at,"
          + " modified_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private NoticeSql() {}

  static String select(KeyRange keys) {
    return SELECT + " where notice_id between " + keys.first() + " and " + keys.last();
  }
}
