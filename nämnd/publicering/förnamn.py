"""First names that are common in Sweden: how a person's name is told from other capitals.

A help for the eye and no more: a name that is not here is found by its e-mail address, or by
whoever reads.
"""

_NAMES = """
Abbas Abdi Abdullah Abraham Ada Adam Adel Adele Adina Adnan Adrian Agata Agda Agnes Agneta Ahmad
Ahmed Aida Aino Aisha Ajla Alan Albert Albin Alejandro Aleksander Aleksandra Alex Alexander
Alexandra Alf Alfons Alfred Ali Alice Alicia Alina Alma Alva Alvar Alvin Amalia Amanda Amelia
Amina Amir Amira Amra Ana Anas Anders Andrea Andreas Andrei Andrzej Anette Angela Angelica Anita
Anja Ann Ann-Britt Ann-Charlotte Ann-Christin Ann-Kristin Ann-Louise Ann-Marie Ann-Sofie Anna
Anna-Karin Anna-Lena Anna-Maria Anne Anne-Marie Anneli Annelie Annette Annica Annie Annika Annikki
Anton Antonia Antonio Arja Arne Arnold Aron Artur Arvid Asmaa Asta Astrid Athena August Augusta
Axel Aziz Barbara Barbro Basel Bashir Bassam Beata Beatrice Bengt Benjamin Benny Berit Berndt
Bernt Bert Berta Bertil Bianca Birger Birgit Birgitta Bjarne Björn Bo Bodil Boel Boris Bosse Britt
Britt-Marie Britta Bror Bruno Börje Cajsa Camilla Carin Carina Carita Carl Carl-Johan Carlos
Carmen Carola Carolina Caroline Casper Cassandra Catarina Catharina Catrin Cecilia Cedric Celine
Charlie Charlotta Charlotte Christel Christer Christian Christina Christine Christoffer
Christopher Claes Clara Clas Claudia Claudiu Connie Conny Constantin Cornelia Dag Dagmar Dagny
Damir Dan Dana Daniel Daniela Danny Danuta David Dejan Denis Dennis Diana Diego Dilan Dina Dirk
Doris Dragan Dragana Ebba Eddie Edit Edith Eduardo Edvard Edvin Edward Edwin Egon Einar Eivor
Elena Eleonor Eleonora Elias Elif Elin Elina Elisabet Elisabeth Elise Elizabeth Ella Ellen Ellinor
Elliot Elmer Elna Elsa Elsie Elton Elvira Elvis Elvy Elza Emanuel Emelie Emil Emilia Emilie Emily
Emma Emmy Enar Enes Engla Enrico Eric Erica Erik Erika Erland Erling Ernst Eskil Ester Esther
Eugen Eva Eva-Lena Eva-Lotta Eva-Marie Evelina Evert Ewa Fabian Fadi Farah Farhad Fatemeh Fatima
Fatma Felicia Felix Ferdinand Filip Filippa Folke Francisco Frank Frans Fred Freddy Fredric
Fredrik Fredrika Freja Frida Fritz Gabriel Gabriella Gerd Gertrud Gisela Giuseppe Glenn Goran
Gordana Greger Greta Gudrun Gun Gun-Britt Gunborg Gunhild Gunilla Gunnar Gunnel Gunvor Gurli
Gustaf Gustav Göran Gösta Göte Haidar Hala Halima Hamid Hampus Hamza Hana Hanna Hannah Hanne
Hannes Hans Hans-Olof Harald Harriet Harry Hasan Hassan Hazem Hedda Hedvig Heidi Heikki Helen
Helena Helene Helga Helge Helle Hellen Helmer Helmut Helén Henning Henric Henriette Henrik Herbert
Herman Hilda Hillevi Hilma Hjalmar Holger Hugo Hussein Ibrahim Ibtisam Ida Ilona Ilse Iman Imran
Ina Ines Inga Inga-Britt Inga-Lill Ingalill Inge Ingegerd Ingegärd Ingela Ingemar Inger Ingmar
Ingrid Ingvar Ingvor Irena Irene Irina Iris Irma Isa Isabel Isabella Isabelle Isac Isak Ismail
Ivan Ivar Iwona Izabela Jack Jackie Jacob Jakob Jamal James Jan Jan-Erik Jan-Olof Jana Jane Janet
Janina Janne Jari Jasmin Jasmine Jason Jean Jeanette Jelena Jennie Jennifer Jenny Jens Jerker
Jerry Jesper Jessica Jill Jim Jimmie Jimmy Joachim Joakim Joanna Joel Johan Johanna Johannes John
Johnny Jon Jonas Jonathan Jonna Jorge Jose Josef Josefin Josefina Josefine Joseph Josip Juan Juha
Julia Julian Julius Jun Justyna Jutta Jörgen Kadir Kai Kaj Kajsa Kalle Kamal Karen Kari Karim
Karin Karina Karl Karl-Erik Karl-Gustav Karl-Johan Karla Karolina Kaspar Katarina Katarzyna Kate
Katharina Katja Katrin Kay Kenneth Kenny Kent Kerstin Kevin Khaled Khalid Kim Kjell Kjell-Åke
Klara Klas Knut Konrad Krister Kristian Kristin Kristina Kristine Kristofer Kristoffer Krystyna
Kurt Laila Lana Lara Lars Lars-Erik Lars-Göran Lars-Olof Lars-Åke Lasse Laura Layla Lea Leena Leif
Leila Leiligh Lejla Lena Lennart Leo Leon Leonard Leopold Leyla Liam Lieselotte Lilian Lill
Lillemor Lilly Lily Lina Linda Line Linn Linnea Linnéa Linus Lisa Lisbet Lisbeth Lise Lise-Lotte
Liselott Liselotte Liv Livia Liza Lo Loke Lotta Lotten Louis Louise Love Lovisa Lucas Lucia Ludvig
Ludwig Luis Luka Lukas Luna Lydia Lynn Madeleine Magda Magdalena Magnus Mahmoud Mai Maj Maj-Britt
Maj-Lis Maja Malcolm Malena Malgorzata Malin Malte Manfred Manne Manuel Marcel Marcus Mare
Margareta Margaretha Margarita Margit Margot Margret Mari Maria Mariam Marian Mariana Marianna
Marianne Marica Marie Marie-Louise Marija Marika Marina Mario Marion Marita Marius Mark Marko
Markus Marlene Marta Martha Martin Martina Marwa Mary Maryam Mathias Mathilda Matilda Mats Matteo
Matthias Matti Mattias Maud Maurice Max Maximilian Maya Mehdi Mehmet Melissa Melker Melvin
Mercedes Merete Meta Mette Mia Micael Michael Michaela Michal Michelle Miguel Mika Mikael Mikaela
Mikko Mila Milan Milica Milla Milo Milton Mimmi Mina Minna Mira Miranda Miriam Mirjam Mirza Moa
Mohamad Mohamed Mohammad Mohammed Mohamud Moharram Mona Monica Monika Monir Morgan Morten Muhammad
Muna Mustafa My Märit Märta Måns Mårten Nabil Nada Nadia Nadja Naima Nancy Nanna Natalia Natalie
Natasha Nathalie Nellie Nelly Nermin Nicholas Nicklas Niclas Nicolas Nicole Niels Nikita Niklas
Nikola Nikolaj Nils Nina Nisse Noah Noel Noor Nora Nour Novalie Oda Odd Olga Oliver Olivera Olivia
Olle Olof Olov Omar Oscar Oskar Osman Osvald Otto Ove Owe Paola Pascal Patricia Patrick Patrik
Paul Paula Paulina Pauline Pavel Pawel Peder Pedro Peggy Pekka Pelle Per Per-Anders Per-Erik
Per-Olof Pernilla Peter Petra Petronella Petter Philip Pia Pierre Piotr Pirjo Pontus Poul
Priscilla Rachel Rafael Ragna Ragnar Ragnhild Rahim Raija Ralf Ralph Rana Randi Rania Raoul Rasmus
Rauno Rebecca Rebecka Regina Reidar Reine Reinhold Renata René Reza Ricardo Richard Rickard Rikard
Rita Robert Roberto Robin Roger Roland Rolf Roman Ronja Ronnie Ronny Rosa Rose Rose-Marie Roy Rune
Rut Ruth Saad Saba Sabina Sabrina Sadia Saga Said Salam Saleh Salem Sally Salma Salman Sam Samer
Sami Samira Samuel Sandra Sanja Sanna Sara Sarah Sebastian Selim Selma Serena Sergej Sharon Shirin
Sibylla Sidra Sigbritt Signe Sigrid Sigvard Silvia Simon Simone Sissela Siv Sixten Slavica Sofi
Sofia Sofie Solveig Solweig Sonja Sonny Sophia Sophie Staffan Stefan Stefanie Stella Stellan Sten
Stephan Stephanie Stig Stina Sture Sune Susan Susanna Susanne Svante Svea Sven Sven-Erik Sven-Olof
Svetlana Sylvia Synnöve Sölve Sören Tage Tamara Tanja Tarek Tariq Tatjana Ted Teemu Teodor Teresa
Terese Terttu Tess Tessa Thea Thelma Theo Theodor Therese Thomas Thor Thorbjörn Thore Tilda Tilde
Tim Timo Tina Tindra Tobias Toivo Tom Tomas Tomasz Tommy Tony Tor Torbjörn Tord Tore Torgny
Torsten Tova Tove Truls Tuija Ture Tuula Tuva Tyko Tyra Ulf Ulla Ulla-Britt Ulrica Ulrik Ulrika
Uno Urban Ursula Vaclav Valentin Valter Vanessa Vanja Vega Vendela Vera Veronica Veronika Vesna
Victor Victoria Vidar Viggo Vigo Viktor Viktoria Vilgot Vilhelm Vilma Viola Viveca Viveka Vivi
Vivianne Wael Waleed Walter Wenche Werner Wilhelm William Wilma Xiao Yasin Yasmin Yasmine Ylva
Yngve Yohannes Yousef Youssef Yusuf Yvette Yvonne Zacharias Zahra Zainab Zara Zarah Zaynab Zoe
Zoltan Åke Åsa Åse Åshild Åslög Örjan Össur Öyvind
"""

FÖRNAMN = frozenset(name.casefold() for name in _NAMES.split())
