select breed_id, name, species from pet_breeds order by breed_id collate "C"
