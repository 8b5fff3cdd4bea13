select category_id, parent_id, slug, name from categories order by category_id::text collate "C"
