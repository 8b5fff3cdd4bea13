select store_id, name, manager_id, opened_on from stores order by store_id::text collate "C"
