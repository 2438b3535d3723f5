const split = (text: string) => text.trim().split(/\s+/);

interface NameList {
  first: string[];
  last: string[];
}

/** Given and family names by country, for people who do not exist. */
export const namesByCountry: Record<string, NameList> = {
  US: {
    first:
      split(`Ava Liam Noah Emma Mia Olivia Ethan Lucas Grace Chloe Owen Hannah Caleb Ruth Marcus Denise Tyrone Alicia
      Diego Carmen Priya Kevin Brenda Scott Megan Travis Nicole Jamal Keisha Wendy Paul Sierra Dylan Beth Curtis Joanne
      Harper Nathan Elena Rosa Victor Theo June Walter Irene Cody Paige Luis Monica Greg`),
    last: split(`Carter Nguyen Alvarez Brooks Whitfield Patel Sorensen Delgado Freeman Kowalski Hughes Park Mendoza Ellis
      Boyd Lindgren Okafor Ramsey Tran Bishop Hale Vargas Quinn Dawson Pruitt Foley Castillo McBride Yates Sandoval
      Ingram Novak Beck Holloway Rojas Stein Larkin Mercado Abbott Finch`),
  },
  GB: {
    first:
      split(`Oliver Amelia Harry Isla George Poppy Freddie Imogen Alfie Niamh Rhys Siân Callum Eilidh Ahmed Zainab Ravi
      Meera Gareth Cerys Duncan Fiona Nigel Maureen Colin Tamsin Rupert Beatrice Kwame Adaeze Stuart Lorna Desmond Pippa
      Ewan Bronwen Jasper Hattie Clive Shona Tariq Leila Barnaby Gwen`),
    last: split(`Whitaker Hughes Okonkwo Pritchard Ashworth MacLeod Begum Thornton Singh Fairweather Llewellyn Brannigan
      Cole Hargreaves Iqbal Pemberton Rowe Sutcliffe Tanner Underhill Vickers Wainwright Yardley Bright Cattermole Dunn
      Eastwood Forsyth Gallagher Holt Ingleby Jessop Kerr Lamb Mistry Nash`),
  },
  DE: {
    first:
      split(`Lena Jonas Mia Felix Hannah Paul Emma Maximilian Clara Elias Johanna Moritz Anneliese Jürgen Sabine Torsten
      Heike Uwe Ayşe Mehmet Katja Dirk Svenja Holger Birgit Matthias Ilse Rainer Frieda Anton Greta Ludwig Nele Bastian
      Tobias Franziska Ole Wiebke Kai Renate Yasemin Milan`),
    last: split(`Schröder Vogt Brandt Lindner Yilmaz Kühn Hartmann Pohl Winkler Seidel Behrens Krause Lorenz Arslan Thiele
      Baumann Ziegler Engel Kessler Nowak Hagen Ritter Friedrich Bergmann Jansen Petersen Voß Albers Dietz Eichhorn
      Fuhrmann Grothe Hinz Imhof Kaya Lütke`),
  },
  JP: {
    first:
      split(`Haruto Yui Sota Aoi Ren Hina Yuto Sakura Riku Mio Daiki Akari Kenji Naoko Takumi Emi Hiroshi Yuki Ryo Ayaka
      Shun Mei Kaito Rin Masato Chiyo Tatsuya Hanae Koji Sachiko Tomo Nanami Isamu Kaori Jun Misaki Satoshi Eri`),
    last: split(`Tanaka Sato Ishikawa Mori Fujita Okada Hasegawa Nishimura Kondo Aoki Fukuda Matsuda Nakajima Ono Takagi
      Ueda Hirano Kikuchi Sugiyama Arai Miyazawa Noguchi Shibata Taniguchi Wada Yokoyama Kaneko Uchida Harada Sekiguchi`),
  },
  BR: {
    first:
      split(`Ana João Beatriz Pedro Larissa Gabriel Juliana Rafael Camila Thiago Fernanda Lucas Marina Bruno Letícia
      Gustavo Patrícia Caio Renata Mateus Aline Vinícius Débora Otávio Sônia Márcio Cláudia Davi Luana Rodrigo Elisa
      Henrique Tainá Murilo Vitória Igor Simone Ícaro`),
    last: split(`Silva Oliveira Santos Ferreira Almeida Costa Ribeiro Carvalho Gomes Martins Barbosa Rocha Dias Teixeira
      Moreira Nunes Cardoso Pinto Freitas Mendes Araújo Lopes Batista Cavalcanti Moura Peixoto Queiroz Rezende Siqueira
      Tavares Vasconcelos Xavier Brandão Coelho Duarte`),
  },
  XX: {
    first:
      split(`Mikael Astrid Pierre Camille Giulia Matteo Lotte Bram Ingrid Sven Agnieszka Tomasz Inês Tiago Marta Iker
      Elif Emre Aoife Cormac Ji-woo Min-seo Arjun Divya Thandi Sipho Tui Mere Élodie Bastien Aino Eero Luca Noor`),
    last: split(`Lindqvist Dubois Moretti Janssen Haugen Zieliński Sousa Etxeberria Demir Ó Murchú Kim Menon Nkosi Parata
      Lefebvre Korhonen Bianchi de Vries Larsen Wiśniewska Pereira Garmendia Aydın Byrne Choi Rao Mokoena Bernard Virtanen
      Romano Bakker`),
  },
};
