/** The files of a plan that hold little but running text. Pure. */
import { one } from "../dutch.js";
import type { Answers } from "./answers.js";

/** @returns the files by their path in `content/` */
export const startingTexts = ({ municipalities }: Answers): Readonly<Record<string, string>> => ({
  "manifest.yaml": `\
title: Manifest
text: |
  Hier komt het manifest.
signatories:
  - Namen van de ondertekenaars
about: |
  Hier komt van wie het manifest is.
`,
  "foreword.yaml": `\
title: Voorwoord
author:
  name: Naam van de schrijver
  roles:
    - Functie van de schrijver
text: |
  Hier komt het voorwoord.
`,
  "introduction/algemeen.yaml": `\
id: algemeen
title: Algemeen
text: |
  Hier komt de inleiding.
`,
  "vision.yaml": `\
id: vision
title: Visie
text: |
  Hier komt de visie.
`,
  "goals.yaml": `\
title: Doelen
introduction: |
  Dit zijn onze doelen.
goals:
  - id: doel
    title: Hier komt het eerste doel
text: |
  Hier komt hoe we op de doelen sturen.
`,
  "starting-points.yaml": `\
title: Uitgangspunten
introduction: |
  Zo werken we.
points:
  - id: samen
    title: Eerste uitgangspunt
    text: |
      Hier komt het eerste uitgangspunt.
`,
  "monitoring.yaml": `\
id: monitoring
title: Uitvoering en monitoring
text: |
  Hier komt hoe we volgen wat er gebeurt.
`,
  "prioritising.yaml": `\
id: prioritising
title: Prioriteiten stellen
text: |
  Hier komt hoe de prioriteiten zijn gekozen.
`,
  "alignment.yaml": `\
id: alignment
title: Aansluiting op de regio
text: |
  Hier komt hoe het plan past bij dat van de regio.
regionalPlan: Regionaal plan
regionalThemes:
  - id: regionaal-thema
    title: Hier komt het eerste thema van de regio
`,
  "local-themes.yaml": `\
title: Lokale thema's
text: |
  ${one(municipalities.length, "De gemeente kiest eigen thema's.", "Elke gemeente kiest eigen thema's.")}
icon: plaats
colour: oker
themes:
  - id: lokaal-thema
    title: Eerste lokale thema
    text: |
      Hier komt waar dit lokale thema over gaat.
`,
  "finances.yaml": `\
title: Geld
text: |
  Hier komt wat het plan kost.
developments: []
process: |
  Hier komt hoe over het geld wordt beslist.
`,
  "partners.yaml": `\
title: Partners
introduction: |
  Met deze partners werken we samen.
partners:
  - id: politie
    title: Politie
    shortTitle: Politie
    text: |
      Hier komt wat de politie doet.
`,
});
