select breed_code as breed_id, name, species
from breeds
where ${loaded(pet_breeds, breed_code)}
order by cast(breed_code as binary)
